import { z } from 'zod';
import rows from './data/lint.json' with { type: 'json' };
import { timeLimitRule } from '@towncrier/calendar';
import { isDeepStrictEqual } from 'node:util';
import { nameOf, type Item } from './item.ts';
import { clausesOf } from './time-limit.ts';

/** Something about a row: `block` keeps it from taking effect, `advise` does not. */
export const itemFinding = z
  .object({
    item: z.string(),
    rule: z.string(),
    severity: z.enum(['block', 'advise']),
    message: z.string(),
    remedy: z.string(),
    source: z.string(),
  })
  .meta({ id: 'CatalogueFinding' });
export type ItemFinding = z.infer<typeof itemFinding>;

const data = z
  .strictObject({
    longName: z.strictObject({ characters: z.int(), source: z.string() }),
    vague: z.strictObject({
      words: z.array(z.string()),
      beginnings: z.array(z.string()),
      source: z.string(),
    }),
  })
  .parse(rows);

const timeLimitSource = '《政府信息公开条例》第二十六条';
const elementsSource = '试点方案“明确公开事项的名称、依据、内容、主体、时限、方式”';
const elements: readonly (readonly [string, (i: Item) => boolean])[] = [
  ['名称', (i) => nameOf(i) !== ''],
  ['公开依据', (i) => i.basis.length > 0],
  ['公开内容', (i) => i.elements.length > 0],
  ['公开主体', (i) => i.body !== ''],
  ['公开时限', (i) => i.timeLimit.text !== ''],
  ['公开方式', (i) => i.manner !== null],
];

/** Which of the six elements a row lacks. */
export function missingElements(i: Item): readonly ItemFinding[] {
  return elements
    .filter(([, present]) => !present(i))
    .map(([name]) => ({
      item: i.id,
      rule: 'missing-element',
      severity: 'block',
      message: `${i.id} 缺少${name}。`,
      remedy: '六项要素齐全后事项才能生效，请补充。',
      source: elementsSource,
    }));
}

/** Rules of a row in words that no date can be computed from. */
export const unknownRules = (i: Item): readonly ItemFinding[] =>
  i.timeLimit.rules
    .filter((rule) => !timeLimitRule.safeParse(rule).success)
    .map((rule) => ({
      item: i.id,
      rule: 'unknown-time-limit',
      severity: 'block',
      message: `${i.id} 的时限规则 ${JSON.stringify(rule)} 无法识别。`,
      remedy: '请改用已知的规则，或删去规则、只写时限的文字。',
      source: timeLimitSource,
    }));

/** What keeps a row from taking effect. */
export const obstaclesTo = (i: Item): readonly ItemFinding[] => [...missingElements(i), ...unknownRules(i)];

/** What is wrong with a catalogue as a whole and row by row. `closed`: names on the negative list. */
export function findingsIn(items: readonly Item[], closed: readonly string[] = []): readonly ItemFinding[] {
  return [...items.flatMap((i) => [...obstaclesTo(i), ...adviceOn(i, closed)]), ...duplicatesIn(items)];
}

/** What one look at a row may advise. */
interface Advice {
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly source: string;
}
type Look = (i: Item, closed: readonly string[]) => Advice | null;

const longName: Look = (i) => {
  const { characters, source } = data.longName;
  const length = [...nameOf(i)].length;
  if (length <= characters) return null;
  const message = `${i.id} 的名称有 ${length} 字，超过 ${characters} 字。`;
  return { rule: 'long-name', message, remedy: '请精简名称。', source };
};

const vagueName: Look = (i) => {
  const { words, beginnings, source } = data.vague;
  const name = nameOf(i);
  const vague = words.find((w) => name.includes(w)) ?? beginnings.find((w) => name.startsWith(w));
  if (vague === undefined) return null;
  const message = `${i.id} 的名称“${name}”含糊（“${vague}”）。`;
  return { rule: 'vague-name', message, remedy: '请写明具体事项。', source };
};

const unclearTimeLimits = (i: Item): readonly Advice[] =>
  unreadLimits(i).map((unread) => ({
    rule: 'unclear-time-limit',
    message: `${i.id} 的时限${unread}。`,
    remedy: '请写明起算事件和天数，否则系统不能提醒。',
    source: timeLimitSource,
  }));

const noNumber: Look = ({ id, timeLimit }) =>
  timeLimit.rules.some((r) => r['needsLocalSla'] === true)
    ? {
        rule: 'no-number',
        message: `${id} 的时限“${timeLimit.text}”没有天数。`,
        remedy: '请由本县规定具体天数。',
        source: timeLimitSource,
      }
    : null;

const onNegativeList: Look = (i, closed) =>
  closed.includes(nameOf(i))
    ? {
        rule: 'on-negative-list',
        message: `${i.id} “${nameOf(i)}”在不予公开清单中。`,
        remedy: '请核对：要么移出清单，要么从目录中删去。',
        source: '《政府信息公开条例》第十四至十六条',
      }
    : null;

const looks: readonly Look[] = [longName, vagueName, noNumber, onNegativeList];

const adviceOn = (i: Item, closed: readonly string[]): readonly ItemFinding[] =>
  [...looks.flatMap((look) => look(i, closed) ?? []), ...unclearTimeLimits(i)].map((advice) => ({
    item: i.id,
    severity: 'advise' as const,
    ...advice,
  }));

/** What a machine did not understand of a time limit, unless a person has written its rules. */
function unreadLimits({ timeLimit: { text, rules } }: Item): readonly string[] {
  const clauses = clausesOf(text);
  const byMachine = isDeepStrictEqual(
    rules,
    clauses.flatMap((c) => c.rules),
  );
  return byMachine ? clauses.flatMap((c) => c.unread ?? []) : [];
}

function duplicatesIn(items: readonly Item[]): readonly ItemFinding[] {
  const groups = Map.groupBy(items, (i) => [i.field, i.level1, nameOf(i), i.body].join(' '));
  return [...groups.values()]
    .filter((same) => same.length > 1)
    .flatMap(([first, ...others]) =>
      others.map((i): ItemFinding => ({
        item: i.id,
        rule: 'duplicate',
        severity: 'advise',
        message: `${i.id} 与 ${first?.id ?? ''} 的领域、名称和主体相同。`,
        remedy: '请合并，或写明区别。',
        source: '试点方案“分类科学、名称规范”',
      })),
    );
}
