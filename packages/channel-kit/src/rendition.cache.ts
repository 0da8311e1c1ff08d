import { createHash } from 'node:crypto';
import type { Edition } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import { Recent } from './recent.ts';

/**
 * What a channel makes of an edition. Rendering is pure, so the last few are kept: what was drawn for the
 * approval need not be drawn again to be sent.
 */
export class RenditionCache<S, R extends Rendition> {
  private readonly recent = new Recent<R>(64);

  constructor(
    private readonly channel: Channel<S, R, unknown>,
    private readonly settings: S,
  ) {}

  of(edition: Edition, forms: readonly string[]): Promise<R> {
    const key = createHash('sha256')
      .update(JSON.stringify([edition, forms]))
      .digest('hex');
    return this.recent.get(key, () => this.channel.render(edition, this.settings, forms));
  }
}
