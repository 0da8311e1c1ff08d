import { createHash } from 'node:crypto';
import type { Edition, Preview, Problem, Reading } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { Illustrator } from './illustrator.ts';
import { WeighedCache } from './weighed.cache.ts';

/** A rendition, or why the channel cannot carry the edition. */
export type Made<R> =
  | { readonly can: true; readonly rendition: R }
  | { readonly can: false; readonly problems: readonly [Problem, ...Problem[]] };

/** Of all renditions and pictures of them that a channel keeps. */
const mostBytes = 64 * 1024 * 1024;

/**
 * What a channel makes of an edition: drawn once, then the same for preview, check before submission and delivery,
 * as long as there is room for it. All that a renderer reads is in the key or fixed for the life of the process:
 * the edition, the forms and the settings; program, templates and fonts.
 */
export class RenditionCache<S, R extends Rendition> {
  private readonly kept: WeighedCache;
  private readonly settingsKey: string;

  constructor(
    private readonly channel: Channel<S, R, unknown>,
    private readonly settings: S,
    private readonly illustrator: Pick<Illustrator, 'of'>,
    kept = new WeighedCache(mostBytes),
  ) {
    this.kept = kept;
    this.settingsKey = digest([channel.id, settings]);
  }

  /** @throws FarEndBusy when one of its pictures cannot be had now */
  of(edition: Edition, forms: readonly string[]): Promise<Made<R>> {
    return this.madeAs(this.keyOf(edition, forms), edition, forms);
  }

  /** How people see it: drawn apart, since only they need it. @throws FarEndBusy as `of`; Error where there is none */
  async previewOf(edition: Edition, forms: readonly string[]): Promise<Preview> {
    const key = this.keyOf(edition, forms);
    return this.kept.get(`preview ${key}`, async () =>
      this.channel.preview(await this.drawn(key, edition, forms)),
    );
  }

  /** What readers find in it. @throws as `previewOf` */
  async readingsOf(edition: Edition, forms: readonly string[]): Promise<readonly Reading[]> {
    const key = this.keyOf(edition, forms);
    return this.kept.get(`readings ${key}`, async () =>
      this.channel.readings(await this.drawn(key, edition, forms)),
    );
  }

  private async drawn(key: string, edition: Edition, forms: readonly string[]): Promise<R> {
    const made = await this.madeAs(key, edition, forms);
    if (made.can) return made.rendition;
    throw new Error(`${this.channel.id} cannot carry ${edition.publication}: ${made.problems[0].message}`);
  }

  private madeAs(key: string, edition: Edition, forms: readonly string[]): Promise<Made<R>> {
    return this.kept.get(`made ${key}`, () => this.make(edition, forms));
  }

  private async make(edition: Edition, forms: readonly string[]): Promise<Made<R>> {
    const illustrated = await this.illustrator.of(edition);
    const [problem, ...more] = this.channel.check(illustrated, this.settings, forms);
    if (problem !== undefined) return { can: false, problems: [problem, ...more] };
    return { can: true, rendition: await this.channel.render(illustrated, this.settings, forms) };
  }

  /** The id of a picture says what its bytes are. */
  private keyOf({ content, ...around }: Edition, forms: readonly string[]): string {
    const media = content.media.map(({ id }) => id);
    return digest([this.settingsKey, around, { ...content, media }, forms]);
  }
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
