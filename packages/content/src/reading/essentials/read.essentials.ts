import type { Block, EditionContent, Essential, EssentialKind } from '@towncrier/contracts';
import { periodInWords } from '../../words/calendar.ts';
import { inlineText } from '../inline.text.ts';
import { tellingSentences } from '../summary.ts';
import { essentialKinds, kindsInOrder, kindsOf } from './essential.kinds.ts';
import { isLabelled, labelledParts, type LabelledPart } from './labelled.parts.ts';
import { telephonesIn } from './telephones.ts';
import { timeWords } from './wordings.ts';

/** The most words (UTF-16 units) of one essential; longer passages are no essentials. */
const longest = 300;
/** Of these a longer passage (UTF-16 units) describes a task or a plan, and names nothing. */
const longestNamed: Partial<Record<EssentialKind, number>> = {
  where: 150,
  who: 150,
  amount: 150,
  action: 150,
};
/** A heading longer than this (UTF-16 units) is a sentence and introduces no single value. */
const longestLabel = 14;
/** Kinds of which each line under a heading is one. */
const many: readonly EssentialKind[] = ['action', 'ways'];
/** The most essentials of one kind. */
const most = 6;

/**
 * What a notice says of itself by its labels, headings and facts, the most important kind first; never more than
 * its own words. Without a label, the first sentence that names a date tells when, and the first that asks for
 * something tells what to do.
 */
export function readEssentials(content: EditionContent): readonly Essential[] {
  const parts = labelledParts(content.body.content);
  const found = [
    ...ofNotice(content),
    ...parts.flatMap(asEssentials),
    ...telephone(content.body.content, parts),
  ];
  const spoken = inSentences(content, found);
  const all = [...found, ...spoken];
  return kindsInOrder.flatMap((kind) => {
    const those = distinct(all.filter((one) => one.kind === kind));
    return (many.includes(kind) ? those : firstUnderEach(those)).slice(0, most);
  });
}

/** 公示: its period and where objections go. */
function ofNotice({ publicNotice }: EditionContent): readonly Essential[] {
  if (publicNotice === undefined) return [];
  const { from, to, objections } = publicNotice;
  return [
    { kind: 'when', label: '公示期', words: periodInWords(from, to), block: null },
    { kind: 'ways', label: '异议反映方式', words: objections, block: null },
  ];
}

function asEssentials({ label, section, words, block }: LabelledPart): readonly Essential[] {
  if (words.length > longest || /[：:]$/u.test(words)) return [];
  const own = introducedBy(label);
  const above = introducedBy(section);
  const isWay = above.includes('ways') && !own.includes('ways');
  const said = label === '' ? words : `${label}：${words}`;
  const kinds = label === '' ? above : own;
  return [
    ...kinds
      .filter((kind) => kind !== 'ways' && isTold(kind, words))
      .map((kind) => ({ kind, label: label === '' ? section.slice(-20) : label, words, block })),
    ...(own.includes('ways') ? [{ kind: 'ways' as const, label, words, block }] : []),
    ...(isWay && said.length <= longest
      ? [{ kind: 'ways' as const, label: section, words: said, block }]
      : []),
  ].map((one) => ({ ...one, label: one.label.slice(0, 20) }));
}

const introducedBy = (label: string): readonly EssentialKind[] =>
  label.length > longestLabel ? [] : kindsOf(label).filter((kind) => kind !== 'contact');

/** Under a heading 时间 there may stand a sentence that names none. */
const isTold = (kind: EssentialKind, words: string): boolean =>
  words.length <= (longestNamed[kind] ?? longest) &&
  ((kind !== 'when' && kind !== 'deadline') || timeWords.test(words));

/** The number to call: of a contact, under a label that speaks of it, else in a sentence that does. */
function telephone(blocks: readonly Block[], parts: readonly LabelledPart[]): readonly Essential[] {
  const told = (words: string, block: number): Essential[] =>
    telephonesIn(words)
      .slice(0, 1)
      .map((number) => ({ kind: 'contact', label: essentialKinds.contact.title, words: number, block }));
  const contacts = blocks.flatMap((block, i) =>
    block.type === 'contact' && block.attrs.phone !== undefined
      ? [
          {
            kind: 'contact' as const,
            label: essentialKinds.contact.title,
            words: block.attrs.phone,
            block: i,
          },
        ]
      : [],
  );
  const labelled = parts.flatMap(({ label, section, words, block }) =>
    [label, section].some((over) => kindsOf(over).includes('contact'))
      ? told(`电话 ${label}：${words}`, block)
      : [],
  );
  const [first] = [...contacts, ...labelled];
  if (first !== undefined) return [first];
  for (const [i, block] of blocks.entries())
    if (block.type === 'paragraph' && /电话|热线|拨打|致电/u.test(inlineText(block.content))) {
      const [found] = told(inlineText(block.content), i);
      if (found !== undefined) return [found];
    }
  return [];
}

/** What no label tells, in the sentence that does. */
function inSentences(content: EditionContent, found: readonly Essential[]): readonly Essential[] {
  const has = (kind: EssentialKind): boolean => found.some((one) => one.kind === kind);
  const sentences = tellingSentences(content.body.content).filter(
    ({ words }) => words.length <= 100 && !isLabelled(words) && !found.some((one) => one.words === words),
  );
  const when = has('when') ? undefined : sentences.find(({ words }) => /\d{1,2}月\d{1,2}日/u.test(words));
  const action = has('action') ? undefined : sentences.find(({ words }) => words.startsWith('请'));
  return [
    ...(when === undefined ? [] : [{ kind: 'when' as const, label: '', ...when }]),
    ...(action === undefined || action === when ? [] : [{ kind: 'action' as const, label: '', ...action }]),
  ];
}

/** Under one heading the first line tells the value; what follows explains it. */
const firstUnderEach = (all: readonly Essential[]): readonly Essential[] =>
  all.filter((one, i) => one.label === '' || all.findIndex(({ label }) => label === one.label) === i);

function distinct(all: readonly Essential[]): readonly Essential[] {
  const told = new Set<string>();
  return all.filter(({ words }) => !told.has(words) && told.add(words) !== null);
}
