import type { Collection } from '@towncrier/storage';
import { keyOf, type CapMessage, type CapName } from './cap.message.ts';
import type { ForetoldDoc, WarningsDoc } from './warnings.documents.ts';

/**
 * How long (ms) it is remembered that a message is over which has not come. Warnings hold for hours or days, and
 * one whose time is over is refused when it comes in: what comes a month late goes nowhere anyway.
 */
const rememberedMs = 30 * 86_400_000;
/** How many messages one may end before they come: an issuer names a handful. */
export const foretoldMost = 200;

/** What another message says of those that are still to come. */
export interface Saying {
  readonly message: CapMessage;
  /** Why they are over, for the public. */
  readonly words: string;
  /** Instant (ISO 8601, UTC). */
  readonly now: string;
}

/** Messages that are over before they came, by their names. Beside the messages, in one collection. */
export class ForetoldBook {
  constructor(private readonly docs: Collection<WarningsDoc>) {}

  /** Said twice, the first holds. @returns how many are new */
  async remember(names: readonly CapName[], { message, words, now }: Saying): Promise<number> {
    const { msgType } = message;
    if (msgType === 'Alert') return 0;
    const drill = message.status !== 'Actual';
    const until = new Date(Date.parse(now) + rememberedMs).toISOString();
    let fresh = 0;
    for (const { sender, identifier, sent } of names.slice(0, foretoldMost)) {
      const key = keyOf({ sender, identifier, sent });
      const doc: Omit<ForetoldDoc, 'version'> = {
        kind: 'foretold',
        _id: `foretold ${drill ? 'drill ' : ''}${key}`,
        ...{ identifier, sender, sent, msgType, drill, words, until },
        by: keyOf(message),
      };
      if (await this.docs.insert(doc)) fresh += 1;
    }
    return fresh;
  }

  /**
   * Whether a message was over before it came; null when nothing says so. Where no instant agrees, the only
   * thing said of that identifier counts, as with references.
   */
  async about(message: CapMessage, now: string): Promise<ForetoldDoc | null> {
    const { identifier, sender, status } = message;
    const { items } = await this.docs.find({ identifier }, { limit: 1000 });
    const said = items
      .filter((doc) => doc.kind === 'foretold')
      .filter((doc) => doc.sender === sender && doc.drill === (status !== 'Actual') && doc.until > now);
    const exact = said.find((doc) => keyOf(doc) === keyOf(message));
    return exact ?? (said.length === 1 ? (said[0] ?? null) : null);
  }

  /** Drops what need not be remembered any more. */
  async forget(now: string): Promise<void> {
    const over = await this.docs.find({ until: { gt: '', lte: now } }, { limit: 1000 });
    for (const { _id } of over.items) await this.docs.delete(_id);
  }
}
