import { ChinaCalendar } from '@towncrier/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matter } from '../../publications/publication.terms.ts';
import { completeness, formOf } from './completeness.ts';
import { publicationTypes, typeOf, type FormField, type PublicationType } from './publication.type.ts';

const at = {
  calendar: new ChinaCalendar(),
  typeOfPublication: async (id: string) => (id === '7K3QZP4M' ? 'policy' : null),
};
const type = (code: string): PublicationType => typeOf(code) ?? (publicationTypes[0] as PublicationType);
const valueOf = (f: FormField): Matter['fields'][string] => {
  if (f.kind === 'period') return { from: '2026-11-01', to: '2026-12-05' };
  if (f.kind === 'date') return '2026-11-23';
  if (f.kind === 'list') return ['一'];
  if (f.kind === 'choice') return f.choices?.[0] ?? '';
  return f.kind === 'publication' ? '7K3QZP4M' : '写明';
};
const filled = (t: PublicationType): Matter['fields'] =>
  Object.fromEntries(formOf(t, null).map((f) => [f.key, valueOf(f)]));
const blocking = async (t: PublicationType, fields: Matter['fields']): Promise<string[]> =>
  (await completeness(t, null, fields, at)).filter((f) => f.severity === 'block').map((f) => f.rule ?? '');

describe('every type', () => {
  it('is complete when its form is filled in', async () => {
    for (const t of publicationTypes) expect(await blocking(t, filled(t)), t.title).toEqual([]);
  });

  it('misses each of its required elements by name and law', async () => {
    for (const t of publicationTypes) {
      for (const f of t.fields.filter((x) => x.required)) {
        const { [f.key]: _gone, ...rest } = filled(t);
        const found = await completeness(t, null, rest, at);
        expect(
          found.some(
            (x) =>
              x.field === `matter.fields.${f.key}` &&
              x.severity === 'block' &&
              x.message.includes(f.title) &&
              x.source === t.basis,
          ),
          `${t.title} ${f.title}`,
        ).toBe(true);
      }
    }
  });

  it('never complains more about a field because it was filled in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...publicationTypes.filter((t) => t.fields.length > 0)),
        fc.nat(20),
        async (t, n) => {
          const f = t.fields[n % t.fields.length] as FormField;
          const { [f.key]: value, ...rest } = filled(t);
          const missing = async (fields: Matter['fields']): Promise<number> =>
            (await completeness(t, null, fields, at)).filter((x) => x.rule === 'missing-element').length;
          expect(await missing({ ...rest, [f.key]: value ?? '' })).toBeLessThanOrEqual(await missing(rest));
        },
      ),
    );
  });
});

describe('a consultation', () => {
  const consultation = type('consultation');
  it('lasts thirty days, or says why not', async () => {
    const short = {
      ...filled(consultation),
      period: { from: '2026-11-01', to: '2026-11-15' },
      shortReason: '',
    };
    expect(await blocking(consultation, short)).toEqual(['CON-30']);
    expect(await blocking(consultation, { ...short, shortReason: '防汛工作急需' })).toEqual([]);
  });
});

describe('an interpretation', () => {
  it('belongs to a policy that exists', async () => {
    const t = type('interpretation');
    expect(await blocking(t, { ...filled(t), interprets: '00000000' })).toEqual(['INT-LINK']);
  });
});

describe('a policy', () => {
  it('goes together with its interpretation, or a plan for it', async () => {
    const t = type('policy');
    const fields = { ...filled(t), interpretation: '', interpretationPlan: '' };
    expect(await blocking(t, fields)).toEqual(['POL-INT']);
    expect(await blocking(t, { ...fields, interpretationPlan: '图解，同日发布' })).toEqual([]);
  });
});

describe('a 公示', () => {
  it('stands as long as the rule that applies asks', async () => {
    const t = type('public-notice');
    const fields = { ...filled(t), periodRule: 'NP-CIVIL', period: { from: '2026-11-20', to: '2026-11-24' } };
    expect(await blocking(t, fields)).toEqual(['PN-PERIOD']);
    expect(await blocking(t, { ...fields, period: { from: '2026-11-23', to: '2026-11-27' } })).toEqual([]);
  });
});

describe('a catalogue item', () => {
  const item = { id: 'ZDXM-01', elements: ['申报材料清单', '联系电话'] };
  it('adds its elements to the form, but none that the type asks for already', () => {
    const titles = formOf(type('service-guide'), item).map((f) => f.title);
    expect(titles.filter((t) => t === '联系电话')).toHaveLength(1);
    expect(titles).toContain('申报材料清单');
  });

  it('advises where an element is not filled in by itself', async () => {
    const found = await completeness(type('general-notice'), item, {}, at);
    expect(found.map((f) => [f.rule, f.severity])).toEqual([
      ['item-element', 'advise'],
      ['item-element', 'advise'],
    ]);
  });
});
