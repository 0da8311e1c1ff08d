import { z } from 'zod';
import type { Person } from '../person.ts';
import { steps, type Step } from '../steps/step.ts';

/** A page of the console that a person may open, and what they may do there without choosing a thing first. */
export const screen = z
  .object({ key: z.string().meta({ description: 'Its address in the console' }), steps })
  .meta({ id: 'Screen' });
export type Screen = z.infer<typeof screen>;

/** Who may open a page: whoever may read something there. */
export interface ScreenRule {
  readonly key: string;
  readonly open: (who: Person) => boolean;
  readonly steps?: (who: Person) => readonly Step[];
}

export class Screens {
  constructor(private readonly rules: readonly ScreenRule[]) {}

  of(who: Person): Screen[] {
    return this.rules
      .filter((r) => r.open(who))
      .map(({ key, steps: next }) => ({ key, steps: [...(next?.(who) ?? [])] }));
  }
}
