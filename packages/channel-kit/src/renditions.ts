import { editionReleasedV1, publicationWithdrawnV1, type EditionReleased, type PublicationWithdrawn } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import type { Channel, Rendition, Withdrawal } from './channel.ts';
import { ContentRefused } from './errors.ts';
import type { InboxDoc } from './thread.ts';

const remembered = 64;

/** Turns a stored event into what the verbs need. Renderings are pure, so the last few are kept. */
export class Renditions<S, R extends Rendition> {
  private readonly recent = new Map<string, Promise<R>>();

  constructor(
    private readonly channel: Channel<S, R, unknown>,
    private readonly settings: S,
    private readonly inbox: Collection<InboxDoc>,
  ) {}

  async released(deliveryId: string): Promise<EditionReleased> {
    return editionReleasedV1.schema.parse((await this.stored(deliveryId)).envelope).data;
  }

  async withdrawal(deliveryId: string): Promise<Withdrawal> {
    const said: PublicationWithdrawn = publicationWithdrawnV1.schema.parse((await this.stored(deliveryId)).envelope).data;
    return { publication: said.publication, edition: said.edition, title: said.title, reason: said.reason, links: said.links, withdrawnAt: said.withdrawnAt };
  }

  /** @throws ContentRefused when it is not what was approved */
  async of(deliveryId: string): Promise<R> {
    const known = this.recent.get(deliveryId);
    if (known !== undefined) return known;
    const fresh = this.render(deliveryId);
    this.recent.set(deliveryId, fresh);
    fresh.catch(() => this.recent.delete(deliveryId));
    const oldest = this.recent.keys().next().value;
    if (this.recent.size > remembered && oldest !== undefined) this.recent.delete(oldest);
    return fresh;
  }

  private async render(deliveryId: string): Promise<R> {
    const { edition, channels } = await this.released(deliveryId);
    const [problem] = this.channel.check(edition, this.settings);
    if (problem !== undefined) throw new ContentRefused(problem.field, `${problem.message}${problem.remedy}`);
    const rendition = await this.channel.render(edition, this.settings);
    const approved = channels.find((c) => c.id === this.channel.id)?.renditionHash;
    if (approved !== undefined && approved !== rendition.hash) {
      throw new ContentRefused('rendition', '渠道稿与审批时所见不一致，未发送。请重新预览并审批。');
    }
    return rendition;
  }

  private async stored(deliveryId: string): Promise<InboxDoc> {
    const found = await this.inbox.get(deliveryId);
    if (found === null) throw new Error(`inbox has no ${deliveryId}`);
    return found;
  }
}
