import type { EditionContent, EditionHeader } from '@towncrier/contracts';
import { narrowed } from '../words/digits.ts';
import { dateInWords, daysInclusive, periodInWords } from '../words/calendar.ts';
import type { Fact } from './fact.ts';
import { inlineText } from './inline.text.ts';

/** The header block of a government document, in its customary order; what is unknown is left out. */
export function headerFacts(header: EditionHeader): readonly Fact[] {
  return known([
    ['索引号', header.indexNumber],
    ['原索引号', header.originalIndexNumber],
    ['发布机构', header.issuer],
    ['文号', header.documentNumber],
    ['成文日期', header.writtenOn && dateInWords(header.writtenOn)],
    ['发布日期', header.publishedOn && dateInWords(header.publishedOn)],
    ['时效性', header.validity],
  ]);
}

/** 公示: its period and where objections go. */
export function publicNoticeFacts(notice: NonNullable<EditionContent['publicNotice']>): readonly Fact[] {
  return [
    {
      label: '公示期',
      value: `${periodInWords(notice.from, notice.to)}（共${daysInclusive(notice.from, notice.to)}天）`,
    },
    { label: '异议反映方式', value: notice.objections },
  ];
}

/** The number to call: a contact, a fact, or a number in a sentence that speaks of the telephone. */
export function phoneOf(content: EditionContent): string | null {
  for (const block of content.body.content)
    if (block.type === 'contact' && block.attrs.phone !== undefined) return block.attrs.phone;
  const named = keyFact(content, /电话|热线|手机/);
  if (named !== null) return named.value;
  for (const block of content.body.content) {
    const found =
      block.type === 'paragraph' &&
      /(?:电话|热线|拨打|致电)[^\d]{0,12}(0\d{2,3}[-—－]?\d{7,8}|1[3-9]\d{9}|1\d{4}|96\d{3,4})(?!\d)/.exec(
        narrowed(inlineText(block.content)),
      );
    if (found) return found[1] ?? null;
  }
  return null;
}

/** Until when a citizen must act. */
export function deadlineOf(
  content: EditionContent,
): { readonly label: string; readonly value: string } | null {
  if (content.publicNotice !== undefined)
    return { label: '公示截止', value: dateInWords(content.publicNotice.to) };
  const named = keyFact(content, /截止|截至/);
  return named === null ? null : { label: '截止', value: named.value };
}

export const factBlocks = (content: EditionContent): readonly Fact[] =>
  content.body.content.flatMap((block) => (block.type === 'keyFacts' ? block.attrs.facts : []));

function keyFact(content: EditionContent, label: RegExp): Fact | null {
  return factBlocks(content).find((fact) => label.test(fact.label)) ?? null;
}

function known(facts: readonly (readonly [string, string | undefined])[]): readonly Fact[] {
  return facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}
