import { daysBetween, noticePeriodProblem, noticeRules, type ChinaCalendar } from '@towncrier/calendar';
import type { Finding } from '../../http/problem.ts';
import type { Matter } from '../../publications/publication.terms.ts';
import type { FormField, Gate, PublicationType } from './publication.type.ts';

/** What a catalogue item adds to the form of a type. */
export interface ItemElements {
  readonly id: string;
  readonly elements: readonly string[];
}

/** What a check needs to know of the world. */
export interface Surroundings {
  readonly calendar: ChinaCalendar;
  readonly typeOfPublication: (id: string) => Promise<string | null>;
}

type Fields = Matter['fields'];

/** The type's own fields, then one for each element of the item that the type does not ask for already. */
export function formOf(type: PublicationType, item: ItemElements | null): readonly FormField[] {
  const own = type.fields.map((f) =>
    f.key === 'periodRule' ? { ...f, choices: noticeRules.map((r) => r.id) } : f,
  );
  const titles = new Set(own.map((f) => f.title));
  const added = (item?.elements ?? [])
    .filter((element) => !titles.has(element))
    .map((element): FormField => ({ key: `item:${element}`, title: element, kind: 'long', required: false }));
  return [...own, ...added];
}

/**
 * Which elements are missing or wrong. An element of the item that is empty is an advice: it may stand in the
 * body.
 * @throws NoCalendarFor
 */
export async function completeness(
  type: PublicationType,
  item: ItemElements | null,
  fields: Fields,
  at: Surroundings,
): Promise<readonly Finding[]> {
  const form = formOf(type, item);
  const single = form.flatMap((field) => fieldFinding(type, field, fields));
  const together = await Promise.all(
    type.gates.map(async (g) => ((await holds(g, fields, at)) ? [] : [findingOf(g)])),
  );
  return [...single, ...together.flat()];
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/;

function fieldFinding(type: PublicationType, field: FormField, fields: Fields): Finding[] {
  const value = fields[field.key];
  const at = { field: `matter.fields.${field.key}`, source: type.basis };
  if (isEmpty(value)) {
    if (field.required)
      return [
        {
          rule: 'missing-element',
          severity: 'block',
          message: `“${type.title}”缺少必备要素：${field.title}。`,
          remedy: `请填写${field.title}。`,
          ...at,
        },
      ];
    return field.key.startsWith('item:')
      ? [
          {
            rule: 'item-element',
            severity: 'advise',
            message: `公开事项要求的要素“${field.title}”没有单独填写。`,
            remedy: '如正文已写明可以不填，否则请补充。',
            ...at,
          },
        ]
      : [];
  }
  const wrong = wrongForm(field, value);
  return wrong === null
    ? []
    : [
        {
          rule: 'bad-element',
          severity: 'block',
          message: `${field.title}${wrong}。`,
          remedy: '请按要求填写。',
          ...at,
        },
      ];
}

/** As `Array.isArray`, which does not tell a list that nobody may change from an object. */
const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

function wrongForm(field: FormField, value: Fields[string] | undefined): string | null {
  if (field.kind === 'period')
    return typeof value === 'object' &&
      !isList(value) &&
      dateForm.test(value.from) &&
      dateForm.test(value.to) &&
      value.from <= value.to
      ? null
      : '应写明起止日期，止日不早于起日';
  if (field.kind === 'date')
    return typeof value === 'string' && dateForm.test(value) ? null : '应为日期（如 2026-11-23）';
  if (field.kind === 'list') return isList(value) || typeof value === 'string' ? null : '应逐条填写';
  if (field.kind === 'choice' && field.choices !== undefined && field.choices.length > 0)
    return typeof value === 'string' && field.choices.includes(value)
      ? null
      : `只能是：${field.choices.join('、')}`;
  return typeof value === 'string' ? null : '应为文字';
}

const isEmpty = (value: Fields[string] | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string'
    ? value.trim() === ''
    : isList(value)
      ? value.every((v) => v.trim() === '')
      : value.from === '' && value.to === '');

const findingOf = ({ rule, severity, message, remedy, source, ...g }: Gate): Finding => ({
  rule,
  severity,
  field: `matter.fields.${'field' in g ? g.field : (g.fields[0] ?? '')}`,
  message: `${message}。`,
  remedy: `${remedy}。`,
  source,
});

/** A gate about a field that is empty holds: that it is missing is said already. */
async function holds(g: Gate, fields: Fields, at: Surroundings): Promise<boolean> {
  switch (g.check) {
    case 'requiresOneOf':
      return g.fields.some((key) => !isEmpty(fields[key]));
    case 'linkedTo': {
      const id = fields[g.field];
      return typeof id !== 'string' || id === '' || (await at.typeOfPublication(id)) === g.type;
    }
    case 'minDays': {
      const period = fields[g.field];
      if (period === undefined || typeof period !== 'object' || isList(period)) return true;
      return (
        daysBetween(period.from, period.to) + 1 >= g.days ||
        (g.unless !== undefined && !isEmpty(fields[g.unless]))
      );
    }
    case 'noticePeriod': {
      const period = fields[g.field];
      const rule = noticeRules.find((r) => r.id === fields[g.ruleField]);
      if (rule === undefined || period === undefined || typeof period !== 'object' || isList(period))
        return true;
      return noticePeriodProblem(rule, period.from, period.to, at.calendar) === null;
    }
  }
}
