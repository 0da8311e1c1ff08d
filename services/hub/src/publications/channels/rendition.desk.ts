import { rendered, renderQuestion, type Edition, type RenderAsked } from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import type { HubLog } from '../../ports/hub.parts.ts';
import { shownOf, type ShownRendition } from './shown.rendition.ts';
import type { PictureShelf } from '../pictures/picture.shelf.ts';

/** One channel's answer. Where `answered` is false, the problem in `rendered` is a warning, not a refusal. */
export interface Answer {
  readonly answered: boolean;
  readonly rendered: ShownRendition;
}

/** A channel to be asked; one that is not online may have come back by now. */
export interface Asked {
  readonly id: string;
  readonly online: boolean;
}

/** Asks channels how an edition would look on them. */
export class RenditionDesk {
  constructor(
    private readonly broker: Broker,
    private readonly timeoutMs: number,
    private readonly log: HubLog,
    private readonly pictures: Pick<PictureShelf, 'tell'>,
  ) {}

  /** All at once, in the order of `channels`; never fails because one channel does. */
  async ask(
    edition: Edition,
    channels: readonly Asked[],
    want: RenderAsked['want'],
    meant?: RenderAsked['meant'],
  ): Promise<readonly Answer[]> {
    await this.pictures.tell(edition.content);
    const question = { edition, want, ...(meant === undefined ? {} : { meant }) };
    return Promise.all(channels.map((channel) => this.askOne(channel, question)));
  }

  private async askOne({ id: channel, online }: Asked, question: RenderAsked): Promise<Answer> {
    try {
      const answer = rendered.parse(await this.broker.ask(renderQuestion(channel), question, this.timeoutMs));
      return { answered: true, rendered: shownOf(answer, question.edition.content) };
    } catch (error) {
      this.log.warn({ channel, error: String(error) }, 'channel did not show a rendition');
      const problem = {
        channel,
        field: 'channel',
        message: online ? '渠道未应答，未能检查' : '渠道未在线，未能预览',
        remedy: '可继续送审；渠道恢复后会照常投递，也可稍后重新预览',
      };
      return { answered: false, rendered: { channel, problems: [problem], omitted: [] } };
    }
  }
}
