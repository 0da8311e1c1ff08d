import {
  pictureAsked,
  pictureQuestion,
  pictureShelf,
  type EditionContent,
  type PictureAnswered,
} from '@towncrier/contracts';
import type { Broker, Shelf } from '@towncrier/messaging';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { PictureStore } from './picture.store.ts';

/** Brings the pictures that editions name to where channels find them. */
export class PictureShelf {
  private readonly put = new Set<string>();
  private shelf: Promise<Shelf> | null = null;

  constructor(
    private readonly pictures: Pick<PictureStore, 'find'>,
    private readonly broker: Broker,
    private readonly log: HubLog,
  ) {}

  /** Answers from now on channels that miss a picture. */
  start(): void {
    this.broker.onRebirth(() => this.put.clear());
    this.broker
      .answer(pictureQuestion, (question) => this.answer(question))
      .catch((error: unknown) => this.log.warn({ error: String(error) }, 'cannot answer for pictures'));
  }

  /** Before an edition is told. What cannot be put there now a channel asks for. */
  async tell({ media }: EditionContent): Promise<void> {
    try {
      for (const { id, data } of media) if (data === undefined && !this.put.has(id)) await this.bring(id);
    } catch (error) {
      this.log.warn({ error: String(error) }, 'pictures are not on the shelf yet');
    }
  }

  private async bring(id: string): Promise<void> {
    const found = await this.pictures.find(id);
    if (found === null) return;
    if (!this.broker.connected) throw new Error('the broker is not connected');
    this.shelf ??= this.broker.shelf(pictureShelf);
    await (await this.shelf).put(id, found.bytes);
    this.put.add(id);
  }

  private async answer(question: unknown): Promise<PictureAnswered> {
    const { id } = pictureAsked.parse(question);
    const found = await this.pictures.find(id);
    return { id, data: found === null ? null : Buffer.from(found.bytes).toString('base64') };
  }
}
