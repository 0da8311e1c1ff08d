import { contentHash, essentialsOf, renderPlain } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { proofread } from '../proofreading/proofread.ts';
import { typeOf } from '../publication-types/publication.type.ts';
import { missingEssentials } from '../publication-types/missing.essentials.ts';
import { fillTemplate, type Made } from './fill.template.ts';
import type { Blank, Filled, Template } from './template.ts';
import { templates } from './templates.ts';

const asContent = ({ title, body }: Made): EditionContent => ({
  schemaVersion: 1,
  title,
  header: { issuer: '开远市人民政府' },
  body,
  media: [],
});
const sample = ({ key, kind, hint }: Blank): Filled[string] => {
  if (kind === 'period') return { from: '2026-12-01', to: '2026-12-31' };
  if (key === 'phone' || key === 'contact') return '0873-7123456';
  return hint?.replace(/^如 /, '') ?? '经核实的情况。';
};
const samplesOf = ({ blanks }: Template): Filled => Object.fromEntries(blanks.map((b) => [b.key, sample(b)]));
const named = templates.map((one): [string, Template] => [one.title, one]);

describe.each(named)('%s', (_title, one) => {
  it('says every blank, and what is not filled in stops it by name', () => {
    const made = fillTemplate(one, {});
    const findings = proofread(asContent(made));
    const stopped = new Set(findings.filter(({ severity }) => severity === 'block').map((f) => f.message));

    for (const { title } of one.blanks) expect(stopped).toContain(`留有占位文字“【待填：${title}】”。`);
    expect(findings.filter(({ rule }) => rule !== 'placeholder')).toEqual([]);
    expect(made.matter.fields).toEqual(one.matter.fields);
  });

  it('filled in, it is a notice that nothing stops, with all that its type asks for', () => {
    const made = fillTemplate(one, samplesOf(one));
    const type = typeOf(made.matter.type);

    expect(proofread(asContent(made))).toEqual([]);
    expect(missingEssentials(type, asContent(made))).toEqual([]);
    const missing = (type?.fields ?? []).filter(({ key, required }) => required && !made.matter.fields[key]);
    expect(missing.map(({ title }) => title)).toEqual([]);
    expect(contentHash(asContent(made))).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('a notice of a water cut tells when, where and whom to ask', () => {
  const made = fillTemplate(templates[0] as Template, {
    area: '灵泉东路',
    when: '11月25日8时至18时',
    phone: '0873-7123456',
  });
  expect(made.title).toBe('关于灵泉东路停水的通知');
  expect(renderPlain(made.body)).toContain('因【待填：停水原因】，以下区域将临时停水');
  expect(essentialsOf(asContent(made)).map(({ kind, words }) => [kind, words])).toEqual(
    expect.arrayContaining([
      ['when', '11月25日8时至18时'],
      ['where', '灵泉东路'],
    ]),
  );
});

it('several lines become several paragraphs, and what looks like markup stays words', () => {
  const one = templates.find(({ code }) => code === 'clarification') as Template;
  const made = fillTemplate(one, { facts: '水库安全。\n\n大坝<b>完好</b>{rumour}。', rumour: '溃坝' });
  const lines = renderPlain(made.body).split('\n');
  expect(lines).toContain('水库安全。');
  expect(lines).toContain('大坝<b>完好</b>{rumour}。');
});
