import { randomUUID } from 'node:crypto';
import {
  commandSubject,
  deliveryHandledV1,
  handledSubject,
  retryRequestedV1,
  type Envelope,
  type LedgerRow,
} from '@towncrier/contracts';
import { BrokerUnavailable, type Broker } from '@towncrier/messaging';
import { refuse } from '../access/problem.ts';
import { byHandObjection, retryObjection } from './next.rules.ts';

/** Who asks and why; the same request told twice is one. */
export interface Asking {
  readonly by: string;
  readonly reason?: string | undefined;
  readonly id?: string | undefined;
}

/** What operators do about single deliveries: nothing else is touched. */
export class RetryService {
  constructor(
    private readonly broker: Broker,
    private readonly clock: () => Date,
  ) {}

  /**
   * Asks the channel to take a delivery up again. `all`: the deliveries of its publication.
   * @throws a 409 problem when asking again cannot help, a 503 problem when the broker cannot be reached
   */
  async request(row: LedgerRow, all: readonly LedgerRow[], { by, reason, id }: Asking): Promise<void> {
    const objection = retryObjection(row, all);
    if (objection !== null) refuse(409, 'nothing-to-retry', objection);
    const at = this.clock().toISOString();
    await this.tell(
      commandSubject(row.channel),
      retryRequestedV1.create({
        ...headOf(row, at, id),
        data: { ...keyOf(row), by, at, ...(reason === undefined ? {} : { reason }) },
      }),
    );
  }

  /** Writes down that it was done outside. @throws 409, 503 */
  async byHand(row: LedgerRow, all: readonly LedgerRow[], by: string, reason: string): Promise<void> {
    const objection = byHandObjection(row, all);
    if (objection !== null) refuse(409, 'not-at-rest', objection);
    const at = this.clock().toISOString();
    await this.tell(
      handledSubject,
      deliveryHandledV1.create({ ...headOf(row, at), data: { ...keyOf(row), by, at, reason } }),
    );
  }

  private async tell(subject: string, event: Envelope<unknown>): Promise<void> {
    try {
      await this.broker.publish(subject, event);
    } catch (error) {
      if (error instanceof BrokerUnavailable)
        refuse(503, 'broker-unavailable', '消息总线暂时不可用，请稍后再试；没有任何变化');
      throw error;
    }
  }
}

const headOf = ({ delivery }: LedgerRow, time: string, id: string = randomUUID()) => ({
  id,
  source: '/monitor',
  subject: delivery,
  time,
});
const keyOf = ({ delivery, publication, edition, channel, operation }: LedgerRow) => ({
  delivery,
  publication,
  edition,
  channel,
  operation,
});
