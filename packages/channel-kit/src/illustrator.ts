import { createHash } from 'node:crypto';
import {
  pictureAnswered,
  pictureQuestion,
  pictureShelf,
  type Edition,
  type IllustratedEdition,
  type Illustration,
  type Media,
} from '@towncrier/contracts';
import type { Broker, Shelf } from '@towncrier/messaging';
import type { Channel } from './channel.ts';
import { FarEndBusy } from './errors.ts';
import { Recent } from './recent.ts';

/** How long (ms) the hub may take to fetch a picture from its disk. */
const askMs = 5000;

/**
 * Puts the pictures into an edition that names them: from the shelf of the broker, else from the hub. Bytes that
 * are not what their id says are no picture of this edition.
 */
export class Illustrator {
  private readonly fetched = new Recent<string>(50);
  private shelf: Promise<Shelf> | null = null;

  constructor(
    private readonly channel: Pick<Channel, 'wordsOnly'>,
    private readonly broker: Pick<Broker, 'shelf' | 'ask'>,
  ) {}

  /** @throws FarEndBusy when a picture cannot be had now: nothing was sent, it is tried again later */
  async of(edition: Edition): Promise<IllustratedEdition> {
    const { content } = edition;
    const named = this.channel.wordsOnly === true ? [] : content.media;
    const media = await Promise.all(named.map((one) => this.illustration(one)));
    return { ...edition, content: { ...content, media } };
  }

  private async illustration(media: Media): Promise<Illustration> {
    const { id, data = await this.fetched.get(id, () => this.fetch(id)) } = media;
    return { ...media, data };
  }

  private async fetch(id: string): Promise<string> {
    const found = (await this.fromShelf(id)) ?? (await this.fromHub(id));
    if (found !== null) return found.toString('base64');
    throw new FarEndBusy(`图片 ${id.slice(0, 8)} 还没有送到，稍后再取`);
  }

  private async fromShelf(id: string): Promise<Buffer | null> {
    this.shelf ??= this.broker.shelf(pictureShelf);
    try {
      return checked(id, await (await this.shelf).get(id));
    } catch {
      this.shelf = null;
      return null;
    }
  }

  private async fromHub(id: string): Promise<Buffer | null> {
    const answer = await this.broker.ask(pictureQuestion, { id }, askMs).catch(() => null);
    const { data = null } = pictureAnswered.safeParse(answer).data ?? {};
    return checked(id, data === null ? null : Buffer.from(data, 'base64'));
  }
}

const checked = (id: string, bytes: Uint8Array | null): Buffer | null =>
  bytes !== null && createHash('sha256').update(bytes).digest('hex') === id ? Buffer.from(bytes) : null;
