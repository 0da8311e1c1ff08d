import { editionReleasedV1, publicationWithdrawnV1, type EditionReleased } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import type { Channel, Rendition, Withdrawal } from './channel.ts';
import { ContentRefused } from './errors.ts';
import type { Forms } from './forms.ts';
import { Recent } from './recent.ts';
import type { RenditionCache } from './rendition.cache.ts';
import type { InboxDoc } from './thread.ts';

/** Turns a stored event into what the verbs need. Events are immutable, so the last few are kept. */
export class Renditions<S, R extends Rendition> {
  private readonly events = new Recent<EditionReleased>(64);
  private readonly approved = new Recent<R>(6);

  constructor(
    private readonly channel: Pick<Channel<S, R, unknown>, 'id' | 'renderLifting'>,
    private readonly cache: RenditionCache<S, R>,
    private readonly forms: Forms,
    private readonly inbox: Collection<InboxDoc>,
  ) {}

  released(deliveryId: string): Promise<EditionReleased> {
    return this.events.get(
      deliveryId,
      async () => editionReleasedV1.schema.parse(await this.envelope(deliveryId)).data,
    );
  }

  async withdrawal(deliveryId: string): Promise<Withdrawal> {
    const { publication, edition, title, reason, act, links, withdrawnAt } =
      publicationWithdrawnV1.schema.parse(await this.envelope(deliveryId)).data;
    return { publication, edition, title, reason, act, links, withdrawnAt };
  }

  /** Whether a withdrawal is told at places of its own, before what stands is taken down. */
  async tellsLifting(deliveryId: string): Promise<boolean> {
    if (this.channel.renderLifting === undefined) return false;
    return (await this.withdrawal(deliveryId)).act === 'lift';
  }

  /** Of an edition, or of the words a warning is lifted with. @throws ContentRefused when it is not what was approved */
  of(deliveryId: string): Promise<R> {
    return this.approved.get(deliveryId, () => this.render(deliveryId));
  }

  private async render(deliveryId: string): Promise<R> {
    if (isWithdrawal(await this.envelope(deliveryId))) return this.lifting(deliveryId);
    const { edition, channels } = await this.released(deliveryId);
    const approved = channels.find((c) => c.id === this.channel.id)?.renditionHash;
    for (const forms of await this.forms.of(approved)) {
      const made = await this.cache.of(edition, forms);
      if (!made.can) {
        const [{ field, message, remedy }] = made.problems;
        throw new ContentRefused(field, `${message}${remedy}`);
      }
      const { rendition } = made;
      if (approved === undefined || approved === rendition.hash) return rendition;
    }
    throw new ContentRefused('rendition', '渠道稿与审批时所见不一致，未发送。请重新预览并审批。');
  }

  private async lifting(deliveryId: string): Promise<R> {
    const withdrawal = await this.withdrawal(deliveryId);
    if (this.channel.renderLifting === undefined) throw new Error(`${deliveryId} puts nothing up`);
    return this.channel.renderLifting(withdrawal);
  }

  private async envelope(deliveryId: string): Promise<InboxDoc['envelope']> {
    const found = await this.inbox.get(deliveryId);
    if (found === null) throw new Error(`inbox has no ${deliveryId}`);
    return found.envelope;
  }
}

const isWithdrawal = ({ type }: InboxDoc['envelope']): boolean => type === publicationWithdrawnV1.type;
