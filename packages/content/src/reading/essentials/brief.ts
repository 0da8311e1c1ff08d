import type { EditionContent, Essential } from '@towncrier/contracts';
import { inlineText } from '../inline.text.ts';
import { sayingOf } from '../../words/shown.text.ts';
import { tellingSentences } from '../summary.ts';
import { essentialKinds } from './essential.kinds.ts';
import { essentialsOf, yearOf } from './essentials.ts';
import { isLabelled, withoutNumber } from './labelled.parts.ts';
import { wordingsOf } from './wordings.ts';

/** One thing that a short text may say, whole or not at all. */
interface Statement {
  /** The fullest wording first, each with its label. */
  readonly wordings: readonly string[];
  /** Whether it stays while there is any room. */
  readonly kept: boolean;
}

/**
 * Whether these statements, each a sentence without its end, have room; `kept` when the newest is one that every
 * text must say.
 */
export type Fits = (statements: readonly string[], kept: boolean) => boolean;

/** The most sentences of the body that are added where there is room. */
const mostSentences = 3;
/** A sentence that names a date must be said up to this length (UTF-16 units); a longer one tells a story. */
const longestKeptSentence = 60;
/** Fewer characters (UTF-16 units) are a heading rather than a sentence. */
const shortestSentence = 12;

/**
 * What a short text says of a notice: its essentials with their labels, then whole sentences of it as long as
 * they fit; the editor's summary comes first where there is one. What is already said by the title or by another
 * statement is not said again. Nothing is cut: a statement that has no room is left out.
 * @param said what stands there anyway (the title)
 */
export function brief(content: EditionContent, said: string, fits: Fits): readonly string[] {
  const all = statements(content).filter(
    ({ wordings }) => !wordings.some((words) => says(said, bare(words))),
  );
  const chosen = new Chosen(all, fits);
  // first what must be there, as short as it can be; then the rest; then all as full as there is room
  for (const kept of [true, false])
    for (const [i, one] of all.entries())
      if (one.kept === kept && !chosen.isSaid(one)) chosen.put(i, one.wordings.at(-1) ?? '', kept);
  for (const [i, { wordings }] of all.entries()) chosen.lengthen(i, wordings);
  return chosen.told;
}

class Chosen {
  private readonly fits: Fits;
  private words: readonly (string | null)[];

  constructor(all: readonly Statement[], fits: Fits) {
    this.fits = fits;
    this.words = all.map(() => null);
  }

  get told(): readonly string[] {
    return this.words.filter((words) => words !== null);
  }

  isSaid({ wordings }: Statement): boolean {
    return wordings.some((words) => this.told.some((other) => says(other, bare(words))));
  }

  /** @returns whether it had room */
  put(at: number, words: string, kept: boolean): boolean {
    const before = this.words;
    this.words = before.map((one, i) => (i === at ? words : one));
    const has = this.fits(this.told, kept);
    if (!has) this.words = before;
    return has;
  }

  lengthen(at: number, wordings: readonly string[]): void {
    const now = this.words[at];
    if (now === null) return;
    for (const words of wordings) if (words === now || this.put(at, words, false)) return;
  }
}

function statements(content: EditionContent): readonly Statement[] {
  const summary = content.summary?.trim().replace(end, '') ?? '';
  const essentials = essentialsOf(content);
  return [
    ...(summary === '' ? [] : [{ kept: true, wordings: [summary] }]),
    ...essentials.filter(({ kind }) => kind !== 'ways').map(oneAlone(yearOf(content))),
    ...allWays(essentials),
    ...(summary === '' ? sentencesOf(content, essentials) : []),
  ];
}

const oneAlone =
  (year: string | null) =>
  (one: Essential): Statement => ({
    kept: essentialKinds[one.kind].kept && (one.label !== '' || one.words.length <= longestKeptSentence),
    wordings: wordingsOf(one, year).map((words) => (one.label === '' ? words : `${one.label}：${words}`)),
  });

/** All ways under one heading, or none: whoever reads of one only believes that there is no other. */
function allWays(essentials: readonly Essential[]): readonly Statement[] {
  const ways = Map.groupBy(
    essentials.filter(({ kind }) => kind === 'ways'),
    ({ label }) => label,
  );
  return [...ways].map(([label, those]) => ({
    kept: those.every(({ block }) => block === null),
    wordings: [`${label}：${those.map(({ words }) => words.replace(end, '')).join('；')}`],
  }));
}

/** Whole sentences from blocks that gave no essential. */
function sentencesOf(content: EditionContent, essentials: readonly Essential[]): readonly Statement[] {
  const told = new Set(essentials.map(({ block }) => block));
  return tellingSentences(content.body.content)
    .filter(({ words, block }) => isSentence(words) && !told.has(block) && !isItem(content, block))
    .slice(0, mostSentences)
    .map(({ words }) => ({ kept: false, wordings: [words.replace(end, '')] }));
}

/** Whether a block is one of several that are numbered. */
function isItem({ body }: EditionContent, at: number): boolean {
  const block = body.content[at];
  if (block?.type !== 'paragraph') return block !== undefined;
  const words = inlineText(block.content).trim();
  return withoutNumber(words) !== words;
}

const isSentence = (words: string): boolean =>
  words.length >= shortestSentence &&
  /[。！？]$/u.test(words) &&
  withoutNumber(words) === words &&
  !isLabelled(words);

const end = /[。；;\s]+$/u;
const bare = (statement: string): string => statement.replace(/^[^：]{1,20}：/u, '');
const says = (text: string, words: string): boolean => sayingOf(text).includes(sayingOf(words));
