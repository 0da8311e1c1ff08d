import { createHmac } from 'node:crypto';
import { sameSecret } from '@towncrier/secrets';
import type { Clock, Random } from '../../ports/hub.parts.ts';

/** So long (ms) a browser that somebody signed in with is known. */
export const knownForMs = 180 * 86_400_000;

/**
 * Browsers in which somebody signed in: their wrong guesses are counted for themselves, so that guesses of others keep
 * nobody out. A mark lets nobody in.
 */
export class KnownDevices {
  constructor(
    private readonly key: Uint8Array,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** What the browser keeps. */
  mark(name: string): string {
    const id = Buffer.from(this.random(12)).toString('base64url');
    const until = (this.clock().getTime() + knownForMs).toString(36);
    return `${id}.${until}.${this.seal(name, id, until)}`;
  }

  /** The id of the browser; null where it is not known for this name, or no longer. */
  find(name: string, mark: string | undefined): string | null {
    const [id = '', until = '', seal = ''] = (mark ?? '').split('.');
    if (!sameSecret(seal, this.seal(name, id, until))) return null;
    return Number.parseInt(until, 36) > this.clock().getTime() ? id : null;
  }

  private seal(name: string, id: string, until: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([name, id, until]))
      .digest('base64url');
  }
}
