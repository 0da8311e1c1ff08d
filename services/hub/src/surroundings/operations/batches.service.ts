import { matrixPage, type MatrixFilter, type MatrixRow } from '@towncrier/contracts';
import type { Collection, Fresh } from '@towncrier/storage';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { factOf, type Doer } from '../../trail/audit.deed.ts';
import { withAudit, type AuditFact } from '../../trail/audit.fact.ts';
import { counted, itemsOf, turned, type BatchDoc, type Item, type Turn } from './batch.ts';
import { batchViewOf } from './batch.view.ts';
import type { MonitorClient } from './monitor.client.ts';
import { operationsPermissions } from '../monitor/monitor.steps.ts';
import type { BatchView, BeginRetries, RetryEstimate } from './operations.requests.ts';

/** So many go at once; who needs more begins again. */
export const most = 1000;
const page = 500;

export interface BatchParts {
  readonly monitor: Pick<MonitorClient, 'get'>;
  readonly docs: Collection<BatchDoc>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly titleOf: (channel: string) => Promise<string>;
  /** What it may cost to ask again for these, in words. */
  readonly costOf: (items: readonly Item[]) => Promise<readonly string[]>;
  /** Something is to be done. */
  readonly kick: () => void;
}

interface Found {
  readonly items: readonly Item[];
  readonly left: ReadonlyMap<string, number | undefined>;
  readonly more: boolean;
}

interface Paused extends Pick<BatchDoc, 'by' | 'begunAt'> {
  readonly id: string;
  readonly left: number;
}

/** Many retries by one filter: counted, begun with a reason, paused and stopped. */
export class BatchesService {
  constructor(private readonly at: BatchParts) {}

  /** @throws ProblemError 403 · 503 */
  async estimate(who: Actor, filter: MatrixFilter): Promise<RetryEstimate> {
    permit(who, operationsPermissions, 'retry', 'Delivery');
    const { items, left, more } = await this.found(filter);
    const channels = [...new Set(items.map(({ channel }) => channel))].sort();
    return {
      deliveries: items.length,
      channels: await Promise.all(
        channels.map(async (channel) => {
          const own = items.filter((item) => item.channel === channel);
          const people = own.map(({ delivery }) => left.get(delivery));
          return {
            channel,
            title: await this.at.titleOf(channel),
            deliveries: own.length,
            people: people.includes(undefined) ? null : people.reduce<number>((sum, n) => sum + (n ?? 0), 0),
          };
        }),
      ),
      words: [...(await this.at.costOf(items))],
      most: more,
    };
  }

  /** @throws ProblemError 403 · 409 `stale` where something else is found than was counted, `nothing-to-retry` · 503 */
  async begin(who: Actor, { filter, reason, expected }: BeginRetries): Promise<BatchView> {
    permit(who, operationsPermissions, 'retry', 'Delivery');
    const { items } = await this.found(filter);
    if (items.length === 0) throw new ProblemError(409, 'nothing-to-retry', '没有需要重试的投递');
    if (items.length !== expected)
      throw new ProblemError(
        409,
        'stale',
        `符合条件的投递现在是 ${items.length} 条，不是 ${expected} 条；请重新核对`,
      );
    const id = this.at.newId();
    const begunAt = this.at.clock().toISOString();
    const facts = {
      _id: id,
      by: who.name,
      from: who.from,
      reason,
      begunAt,
      state: 'running' as const,
      items,
    };
    const line = this.line(id, 'begin', who, reason, { deliveries: String(items.length) });
    await this.at.docs.insert(withAudit(facts, [line]));
    this.at.kick();
    return this.one(who, id);
  }

  /** @throws ProblemError 403 · 404 · 409 */
  async turn(who: Actor, id: string, turn: Turn): Promise<BatchView> {
    permit(who, operationsPermissions, 'retry', 'Delivery');
    const { doc } = await this.at.docs.change(id, (known): Fresh<BatchDoc> => {
      if (known === null) throw noBatch();
      const state = turned(known.state, turn);
      if (state === null) throw new ProblemError(409, 'wrong-state', '这次批量重试已经结束，或已是这个状态');
      return withAudit({ ...known, state }, [
        this.line(
          id,
          `${turn}@${known.version}`,
          who,
          undefined,
          { left: String(counted(known).left) },
          turn,
        ),
      ]);
    });
    this.at.kick();
    if (doc === null) throw noBatch();
    return batchViewOf(who, doc);
  }

  /** @throws ProblemError 404 */
  async one(who: Actor, id: string): Promise<BatchView> {
    const doc = await this.at.docs.get(id);
    if (doc === null) throw noBatch();
    return batchViewOf(who, doc);
  }

  /** The newest ones. */
  async list(who: Actor): Promise<{ items: readonly BatchView[] }> {
    const { items } = await this.at.docs.find(
      { begunAt: { gt: '' } },
      { order: { begunAt: 'desc' }, limit: 10 },
    );
    return { items: items.map((doc) => batchViewOf(who, doc)) };
  }

  /** Those that do not go on before somebody says so. */
  async paused(): Promise<readonly Paused[]> {
    const { items } = await this.at.docs.find(
      { state: 'paused' },
      { order: { begunAt: 'desc' }, limit: 100 },
    );
    return items.map((doc) => ({ id: doc._id, by: doc.by, begunAt: doc.begunAt, left: counted(doc).left }));
  }

  private async found(filter: MatrixFilter): Promise<Found> {
    const items: Item[] = [];
    const left = new Map<string, number | undefined>();
    let after: string | undefined;
    do {
      const query = {
        ...filter,
        hand: 'yes',
        limit: String(page),
        ...(after === undefined ? {} : { after }),
      };
      const { items: rows, cursor } = await this.at.monitor.get('matrix', matrixPage, query);
      items.push(...itemsOf(rows, filter));
      for (const cell of cellsOf(rows)) left.set(cell.delivery, cell.left);
      after = items.length < most ? cursor : undefined;
    } while (after !== undefined);
    return { items: items.slice(0, most), left, more: items.length > most };
  }

  private line(
    id: string,
    key: string,
    by: Doer,
    reason: string | undefined,
    detail: Readonly<Record<string, string>>,
    act = key,
  ): AuditFact {
    return factOf({
      id: `retries/${id}/${key}`,
      act: `retries.${act}`,
      about: `retries/${id}`,
      by,
      at: this.at.clock(),
      reason,
      detail,
    });
  }
}

const cellsOf = (rows: readonly MatrixRow[]) => rows.flatMap(({ cells }) => cells);
const noBatch = (): ProblemError => new ProblemError(404, 'not-found', '没有这次批量重试');
