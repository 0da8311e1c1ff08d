import { createHash } from 'node:crypto';
import type { Edition, Problem } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { Illustrator } from './illustrator.ts';
import { Recent } from './recent.ts';

/** A rendition, or why the channel cannot carry the edition. */
export type Made<R> =
  | { readonly can: true; readonly rendition: R }
  | { readonly can: false; readonly problems: readonly [Problem, ...Problem[]] };

/** From so many bytes of pictures on, few renditions are kept. */
const heavyFrom = 1024 * 1024;

/**
 * What a channel makes of an edition. Checking and rendering are pure, so the last few are kept: what was drawn
 * for the approval need not be drawn again to be sent.
 */
export class RenditionCache<S, R extends Rendition> {
  private readonly light = new Recent<Made<R>>(64);
  private readonly heavy = new Recent<Made<R>>(6);

  constructor(
    private readonly channel: Channel<S, R, unknown>,
    private readonly settings: S,
    private readonly illustrator: Pick<Illustrator, 'of'>,
  ) {}

  /** @throws FarEndBusy when one of its pictures cannot be had now */
  of(edition: Edition, forms: readonly string[]): Promise<Made<R>> {
    const weight = edition.content.media.reduce((sum, { bytes }) => sum + bytes, 0);
    const recent = weight < heavyFrom ? this.light : this.heavy;
    return recent.get(keyOf(edition, forms), () => this.make(edition, forms));
  }

  private async make(edition: Edition, forms: readonly string[]): Promise<Made<R>> {
    const illustrated = await this.illustrator.of(edition);
    const [problem, ...more] = this.channel.check(illustrated, this.settings, forms);
    if (problem !== undefined) return { can: false, problems: [problem, ...more] };
    return { can: true, rendition: await this.channel.render(illustrated, this.settings, forms) };
  }
}

/** The id of a picture says what its bytes are. */
function keyOf({ content, ...around }: Edition, forms: readonly string[]): string {
  const media = content.media.map(({ id }) => id);
  return createHash('sha256')
    .update(JSON.stringify([around, { ...content, media }, forms]))
    .digest('hex');
}
