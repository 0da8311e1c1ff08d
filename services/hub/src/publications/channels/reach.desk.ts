import {
  registerAnswer,
  registerQuestion,
  type Reach,
  type RegisterAsked,
  type RegisterProblem,
} from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import type { Frozen } from '@towncrier/storage';
import type { HubLog } from '../../ports/hub.parts.ts';
import type { Terms } from '../publication.terms.ts';

/** Whom something is meant for, and in whose name. */
export interface Meant {
  readonly audience: Terms['audience'];
  /** Code of the organisation that speaks; null where it cannot be named to channels. */
  readonly owner: string | null;
}

/** What a channel says of an audience. `silent`: it is away, too slow, or keeps no register. */
export type ReachTold = { readonly channel: string } & (
  | { readonly is: 'told'; readonly reach: Frozen<Reach> }
  | { readonly is: 'refused'; readonly problems: readonly RegisterProblem[] }
  | { readonly is: 'silent' }
);

/** Asks channels whom an audience reaches on them, before anything is published. */
export class ReachDesk {
  constructor(
    private readonly broker: Broker,
    private readonly timeoutMs: number,
    private readonly log: Pick<HubLog, 'warn'>,
  ) {}

  /** All at once, in the order of `channels`; never fails because one channel does. */
  ask(meant: Meant, channels: readonly string[]): Promise<readonly ReachTold[]> {
    return Promise.all(channels.map((channel) => this.askOne(channel, meant)));
  }

  private async askOne(channel: string, { audience, owner }: Meant): Promise<ReachTold> {
    const question = { ask: 'reach', audience, owner } satisfies Frozen<RegisterAsked>;
    try {
      const answer = registerAnswer.parse(
        await this.broker.ask(registerQuestion(channel), question, this.timeoutMs),
      );
      if (answer.answer === 'reach') return { channel, is: 'told', reach: answer.reach };
      if (answer.answer === 'refused') return { channel, is: 'refused', problems: answer.problems };
      throw new Error(`asked whom it reaches, and answered ${answer.answer}`);
    } catch (error) {
      this.log.warn({ channel, error: String(error) }, 'channel did not say whom it reaches');
      return { channel, is: 'silent' };
    }
  }
}
