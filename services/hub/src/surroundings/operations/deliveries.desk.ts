import { deliveryCourse, type DeliveryCourse } from '@towncrier/contracts';
import { z } from 'zod';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { factOf, type Doer } from '../../trail/audit.deed.ts';
import type { AuditFact, AuditTrail } from '../../trail/audit.fact.ts';
import type { MonitorClient } from './monitor.client.ts';
import { operationsPermissions } from '../monitor/monitor.steps.ts';

const requested = z.object({ requested: z.string() });
export type Requested = z.infer<typeof requested>;

export interface DeskParts {
  readonly monitor: Pick<MonitorClient, 'get' | 'post'>;
  readonly trail: AuditTrail;
  readonly clock: Clock;
}

interface Asking {
  readonly by: Doer;
  readonly delivery: string;
  readonly reason?: string | undefined;
  /** The same request has the same, however often it is told. */
  readonly id: string;
}

/**
 * What people do about single deliveries. Its line is in the chain before anybody hears of it: a message may reach
 * people again.
 */
export class DeliveriesDesk {
  constructor(private readonly at: DeskParts) {}

  /** @throws ProblemError 403 · 404 · 409 where it makes no sense · 503 */
  async retry(who: Actor, delivery: string, reason: string | undefined): Promise<Requested> {
    permit(who, operationsPermissions, 'retry', 'Delivery');
    await this.mayRetry(delivery);
    return this.ask({ by: who, delivery, reason, id: this.idOf('retry', delivery) });
  }

  /** One of many; whoever began them was permitted to. @throws ProblemError 404 · 409 · 503 */
  async retryOneOf(asking: Asking): Promise<void> {
    await this.mayRetry(asking.delivery);
    await this.ask(asking);
  }

  /** It was done outside the house. @throws ProblemError 403 · 404 · 409 while it may still come by itself · 503 */
  async byHand(who: Actor, delivery: string, reason: string): Promise<Requested> {
    permit(who, operationsPermissions, 'by-hand', 'Delivery');
    const { byHand } = await this.course(delivery);
    if (byHand !== null) throw new ProblemError(409, 'not-at-rest', byHand);
    const asking = { by: who, delivery, reason, id: this.idOf('by-hand', delivery) };
    return this.told('by-hand', asking, { reason });
  }

  private async mayRetry(delivery: string): Promise<void> {
    const { next } = await this.course(delivery);
    if (next.act === 'nothing') throw new ProblemError(409, 'nothing-to-retry', next.words);
  }

  private ask(asking: Asking): Promise<Requested> {
    const { reason, id } = asking;
    return this.told('retry', asking, { id, ...(reason === undefined ? {} : { reason }) });
  }

  private async told(act: 'retry' | 'by-hand', asking: Asking, body: object): Promise<Requested> {
    const { monitor, trail } = this.at;
    await trail.append([this.line(act, asking)]);
    try {
      const path = `deliveries/${encodeURIComponent(asking.delivery)}/${act}`;
      return await monitor.post(path, requested, asking.by.name, body);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const ending = error.details.status === 503 ? 'unanswered' : 'refused';
      await trail.append([this.line(`${act}-${ending}`, asking)]);
      throw error;
    }
  }

  private course(delivery: string): Promise<DeliveryCourse> {
    return this.at.monitor.get(`deliveries/${encodeURIComponent(delivery)}/course`, deliveryCourse);
  }

  private idOf(act: string, delivery: string): string {
    return `${act}/${delivery}/${this.at.clock().toISOString()}`;
  }

  private line(act: string, { by, delivery, reason, id }: Asking): AuditFact {
    return factOf({
      id: act === 'retry' || act === 'by-hand' ? id : `${id}/${act}`,
      act: `delivery.${act}`,
      about: `publication/${delivery.split(':', 1)[0] ?? ''}`,
      by,
      at: this.at.clock(),
      reason,
      detail: { delivery },
    });
  }
}
