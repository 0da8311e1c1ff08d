import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';
import { firstKeyId } from './accounts.ts';

/** One text on one phone. `outId` is the sender's own number for it. */
export interface Message {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
  readonly outId: string;
  readonly bizId: string;
  readonly at: string;
  readonly delivered: boolean;
  reported: boolean;
  /** Access key of the customer; absent in what was sent before there were two. */
  readonly account?: string;
}

/** What the provider was asked to send to each of `phones`. */
export interface Order {
  readonly phones: readonly string[];
  readonly text: string;
  readonly outId: string;
  /** Access key of who asked. */
  readonly account: string;
}

/** Of one customer, one telephone, one day (yyyyMMdd), one receipt (null: any). */
export interface Asked {
  readonly account: string;
  readonly phone: string | null;
  readonly day: string | null;
  readonly bizId: string | null;
}

/** Texts that others send right after this one: more than two pages. */
const crowdOf = 120;

/** As the provider dates it: `yyyyMMdd`, Asia/Shanghai. */
const dayOf = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

/** What the provider has sent. */
/** A number that nobody has (空号): taken by the provider as any other, and reported as not delivered. */
const isDead = (phone: string): boolean => phone.endsWith('0000');

export class MessageStore {
  private constructor(private readonly shelf: Shelf<Message>) {}

  static async open(data: string): Promise<MessageStore> {
    return new MessageStore(await Shelf.open<Message>(join(data, 'messages.json')));
  }

  get all(): readonly Message[] {
    return this.shelf.items;
  }

  /** Sends the same text twice when asked twice. @returns the batch, one message a phone */
  async send({ phones, text, outId, account }: Order, crowd: boolean): Promise<readonly Message[]> {
    const bizId = `${Date.now()}${this.shelf.items.length}^0`;
    const batch = phones.map((phone, i): Message => ({
      id: `${bizId}-${i}`,
      phone,
      text,
      outId,
      bizId,
      account,
      at: new Date().toISOString(),
      delivered: !isDead(phone),
      reported: false,
    }));
    this.shelf.items.push(...batch, ...(crowd ? ofOthers(batch, bizId) : []));
    await this.shelf.save();
    return batch;
  }

  async reported(batch: readonly Message[]): Promise<void> {
    for (const message of batch) message.reported = true;
    await this.shelf.save();
  }

  /** Batches that the sender has not been told about. */
  unreported(): readonly (readonly Message[])[] {
    const waiting = this.shelf.items.filter((m) => !m.reported);
    return [...Map.groupBy(waiting, (m) => m.outId).values()];
  }

  /** Newest first; nobody sees what another customer sent. */
  sentTo(asked: Asked): readonly Message[] {
    const { account, phone, day, bizId } = asked;
    return this.shelf.items
      .filter((m) => m.phone === phone && (m.account ?? firstKeyId) === account)
      .filter((m) => dayOf(m.at) === day && (bizId === null || m.bizId === bizId))
      .toReversed();
  }

  clear(): Promise<void> {
    return this.shelf.clear();
  }
}

function ofOthers(batch: readonly Message[], bizId: string): readonly Message[] {
  return Array.from({ length: crowdOf }, (_, i) =>
    batch.map((message): Message => ({
      ...message,
      id: `${bizId}-crowd-${i}-${message.phone}`,
      text: '其他部门的短信',
      outId: `CROWD-${bizId}-${i}`,
      bizId: `${bizId}-crowd-${i}`,
      reported: true,
    })),
  ).flat();
}
