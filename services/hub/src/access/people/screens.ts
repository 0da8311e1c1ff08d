import { z } from 'zod';
import { wordsOfActs, type Acts } from '../../trail/acts.ts';
import type { Person } from '../person.ts';
import { steps, type Step } from '../steps/step.ts';

const word = z.strictObject({ value: z.string(), title: z.string() });

/** A page of the console that a person may open, and what they may do there without choosing a thing first. */
export const screen = z
  .object({
    key: z.string().meta({ description: 'Its address in the console' }),
    steps,
    words: z.record(z.string(), z.array(word)).meta({
      description:
        'The closed vocabularies of the page by the name of their field, in their order, e.g. for its filters',
    }),
  })
  .meta({ id: 'Screen' });
export type Screen = z.infer<typeof screen>;

/** Who may open a page: whoever may read something there. */
export interface ScreenRule {
  readonly key: string;
  readonly open: (who: Person) => boolean;
  readonly steps?: (who: Person) => readonly Step[];
  /**
   * The kinds of things whose change changes what is seen there: collections by their name, and what is told of
   * by others.
   */
  readonly shows?: readonly string[];
  /** Field → value → title. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The words of the trail, too: `kind` and `act`. */
  readonly tellsActs?: true;
}

/** A subject with pages or lines of its own says so in its `<subject>.subject.ts`. */
export interface Screened {
  readonly screens?: readonly ScreenRule[];
  /** What it leaves lines of in the trail. */
  readonly acts?: Acts;
}

export const anybody = (): boolean => true;

const inOrder = (titles: Readonly<Record<string, string>>): Screen['words'][string] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));

const inAllOrder = (words: NonNullable<ScreenRule['words']>): Screen['words'] =>
  Object.fromEntries(Object.entries(words).map(([field, titles]) => [field, inOrder(titles)]));

export class Screens {
  private readonly rules: readonly ScreenRule[];
  private readonly acts: ReturnType<typeof wordsOfActs>;

  /** @throws naming a page that two subjects have */
  constructor(subjects: readonly Screened[]) {
    this.rules = subjects.flatMap((subject) => subject.screens ?? []);
    const keys = this.rules.map((r) => r.key);
    const twice = keys.find((key, n) => keys.indexOf(key) !== n);
    if (twice !== undefined) throw new Error(`two subjects have a page “${twice}”`);
    this.acts = wordsOfActs(subjects.flatMap(({ acts }) => (acts === undefined ? [] : [acts])));
  }

  /** The kinds of things that are shown: to anybody, or to one person. */
  kinds(who?: Person): ReadonlySet<string> {
    const open = who === undefined ? this.rules : this.rules.filter((r) => r.open(who));
    return new Set(open.flatMap((r) => r.shows ?? []));
  }

  of(who: Person): Screen[] {
    return this.rules
      .filter((r) => r.open(who))
      .map(({ key, steps: next, words, tellsActs }) => ({
        key,
        steps: [...(next?.(who) ?? [])],
        words: inAllOrder({ ...words, ...(tellsActs === true ? this.acts : {}) }),
      }));
  }
}
