import { randomUUID } from 'node:crypto';
import { commandSubject, retryRequestedV1, type LedgerRow } from '@towncrier/contracts';
import { BrokerUnavailable, type Broker } from '@towncrier/messaging';
import { refuse } from '../access/problem.ts';

/** Asks one channel to take up one delivery again; all others are left alone. */
export class RetryService {
  constructor(
    private readonly broker: Broker,
    private readonly clock: () => Date,
  ) {}

  /** @throws a 409 problem when asking again cannot help, a 503 problem when the broker cannot be reached */
  async request(row: LedgerRow, by: string, reason: string | undefined): Promise<void> {
    if (!row.retryable) refuse(409, 'nothing-to-retry', '这条投递已经完成或正在办理，无需重试');
    const at = this.clock().toISOString();
    const event = retryRequestedV1.create({
      id: randomUUID(),
      source: '/monitor',
      subject: row.delivery,
      time: at,
      data: {
        delivery: row.delivery,
        publication: row.publication,
        edition: row.edition,
        channel: row.channel,
        operation: row.operation,
        by,
        at,
        ...(reason === undefined ? {} : { reason }),
      },
    });
    try {
      await this.broker.publish(commandSubject(row.channel), event);
    } catch (error) {
      if (error instanceof BrokerUnavailable)
        refuse(503, 'broker-unavailable', '消息总线暂时不可用，请稍后再试；没有任何变化');
      throw error;
    }
  }
}
