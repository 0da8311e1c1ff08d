import type { TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import type { Entry } from './led.documents.ts';
import { canShow, formNamed, shapeOf, type Shape } from './screen.shape.ts';
import type { ScreenStore } from './screen.store.ts';

/** A screen of the register as playlists need it. */
export interface Screen {
  readonly id: string;
  readonly title: string;
  readonly shape: Shape;
  /** Shows the pages of this form. */
  readonly form: string;
  readonly state: Target['state'];
}

export function screenOf(target: Target): Screen {
  const { id, title, state } = target;
  const shape = shapeOf(target);
  return { id, title, state, shape, form: formNamed(shape) };
}

/**
 * The pages of an entry that a screen can show: of its form, of its shape as it was approved before, or its own where
 * forms had no names yet.
 */
export const pagesFor = (screen: Pick<Screen, 'id' | 'form' | 'shape'>, { forms }: Entry) =>
  forms.find(({ form }) => form === screen.form) ??
  forms.find(({ form }) => form === screen.id || canShow(screen.shape, form));

/** Which screens there are, and what is for which of them, by the register of this moment. */
export class ScreenTurn {
  constructor(
    private readonly screens: ScreenStore,
    private readonly targets: TargetReader,
  ) {}

  /** Paused and retired ones too. */
  async screen(id: string): Promise<Screen | null> {
    const target = await this.targets.get(id);
    return target === null ? null : screenOf(target);
  }

  /** All that are not retired. */
  async all(): Promise<readonly Screen[]> {
    const all: Screen[] = [];
    for await (const target of this.targets.living()) all.push(screenOf(target));
    return all;
  }

  /** Of these ids, each once, in their order; whatever their state. */
  async some(ids: Iterable<string>): Promise<readonly Screen[]> {
    const found: Screen[] = [];
    for await (const target of this.targets.some([...new Set(ids)])) found.push(screenOf(target));
    return found;
  }

  /** For whom an entry is, whatever their state. */
  async audience({ of, also }: Pick<Entry, 'of' | 'also'>): Promise<ReadonlySet<string>> {
    const meant = of === null ? new Set<string>() : await this.targets.meant(of);
    return also.length === 0 ? meant : new Set([...meant, ...also]);
  }

  /** What is in force for one screen at `now` (ISO 8601), and when anything last changed. A paused one shows nothing. */
  async standing(
    screen: Screen,
    now: string,
  ): Promise<{ readonly entries: readonly Entry[]; readonly changedAt: string }> {
    const { entries, changedAt } = await this.screens.standing(now);
    if (screen.state.is !== 'active') return { entries: [], changedAt };
    const own: Entry[] = [];
    for (const entry of entries) if ((await this.audience(entry)).has(screen.id)) own.push(entry);
    return { entries: own, changedAt };
  }
}
