import { keptMs, type Copy } from './copy.ts';

export interface Offers<Form> {
  /** To be asked about, the newest first. */
  readonly offered: readonly Copy<Form>[];
  /** Keys of copies that nobody needs any more. */
  readonly over: readonly string[];
}

/** The page that was opened, and what is known around it. */
export interface Opening<Form> {
  readonly person: string;
  readonly subject: string;
  /** What stands in the form. */
  readonly standing: Form;
  /** ms since 1970 */
  readonly now: number;
  /** Keys of what is being written at this moment, here or in another tab. */
  readonly open: ReadonlySet<string>;
  readonly isSame: (a: Form, b: Form) => boolean;
}

/**
 * What to ask a person who opens a page about: only what they wrote themselves for the same thing, that is not open
 * anywhere, and that says something else than what stands there. What is too old is over, whoever wrote it; so is
 * what was saved, what says no more than it began with, and what a newer copy says, too.
 */
export function offersOf<Form>(found: readonly Copy<Form>[], opening: Opening<Form>): Offers<Form> {
  const { now, open, isSame, standing } = opening;
  const closed = found.filter(({ key }) => !open.has(key));
  const old = closed.filter(({ at }) => !(now - Date.parse(at) < keptMs));
  const offered: Copy<Form>[] = [];
  const over = old.map(({ key }) => key);
  const theirs = closed
    .filter((copy) => !old.includes(copy) && isTheirs(copy, opening))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  for (const copy of theirs) {
    const { form, base, key } = copy;
    const isKnown = isSame(form, standing) || isSame(form, base) || offered.some((o) => isSame(o.form, form));
    if (isKnown) over.push(key);
    else offered.push(copy);
  }
  return { offered, over };
}

const isTheirs = (
  { person, subject }: Copy<unknown>,
  opening: Pick<Opening<unknown>, 'person' | 'subject'>,
): boolean => person === opening.person && subject === opening.subject;
