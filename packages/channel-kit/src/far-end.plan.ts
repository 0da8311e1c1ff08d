import { shows, type Target } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import type { Adapter, Batch, Rendition } from './channel.ts';
import type { Reaches } from './register/reaches.ts';
import type { TargetDeclaration, TargetReader } from './register/target.declaration.ts';
import type { Renditions } from './renditions.ts';
import {
  asPosting,
  erasesOneByOne,
  removals,
  standing,
  uncovered,
  type Removal,
  type Ways,
} from './thread.standing.ts';
import { callKey, type BatchDoc, type Delivery, type Part, type Thread } from './thread.ts';

export interface PlannerParts<R extends Rendition> {
  readonly can: Ways;
  readonly adapter: Adapter<R, unknown>;
  readonly renditions: Renditions<unknown, R>;
  readonly batches: Collection<BatchDoc>;
  readonly reaches: Reaches;
  readonly targets: TargetReader;
  /** Absent where a channel knows one far end only. */
  readonly calls: TargetDeclaration<unknown>['calls'] | undefined;
}

/** A call to be, with the targets it is for where they are many. */
interface Wanted extends Part {
  readonly targets: readonly string[] | null;
  readonly via?: Batch['via'];
}

const showing = (target: Part['target'], targets: Wanted['targets'], via?: Batch['via']): Wanted => ({
  kind: 'show',
  target,
  removes: [],
  targets,
  via,
});

/**
 * The calls to be added; or there is nobody to make one for: nobody is meant, nobody is known who was reached, or
 * nobody who was reached heard.
 */
export type Planned = { readonly parts: readonly Part[] } | { readonly nobody: 'meant' | 'known' | 'heard' };

/** Which calls a delivery needs, one irreversible call each; whom each is for is stored before any is made. */
export class Planner<R extends Rendition> {
  constructor(private readonly parts: PlannerParts<R>) {}

  async plan(thread: Thread, delivery: Delivery): Promise<Planned> {
    const isPublic = shows(delivery);
    const wanted = isPublic ? await this.outgoing(thread, delivery) : await this.takingBack(thread, delivery);
    if (wanted.length === 0) return { nobody: isPublic ? 'meant' : await this.untold(thread, delivery) };
    const first = delivery.calls.length;
    await Promise.all(wanted.map((one, i) => this.keep(callKey(delivery.id, first + i), one)));
    return { parts: wanted.map(({ kind, target, removes }) => ({ kind, target, removes })) };
  }

  /** For whom a call is, where it is for many, and what carries it. */
  async batchOf(key: string): Promise<Omit<Batch, 'number'>> {
    const kept = await this.parts.batches.get(key);
    return { targets: kept?.targets ?? [], via: kept?.via };
  }

  /** Why nobody is told of a withdrawal: whom the calls were for is not known, or none of them heard. */
  private async untold(thread: Thread, delivery: Delivery): Promise<'known' | 'heard'> {
    const keys = uncovered(thread, delivery, this.parts.can).flatMap(({ removes }) => removes);
    return (await this.having(keys)).length === 0 ? 'known' : 'heard';
  }

  private async keep(key: string, { targets, via }: Wanted): Promise<void> {
    if (targets === null) return;
    const carried = via === undefined ? {} : { via };
    await this.parts.batches.insert({ _id: key, targets: [...targets], ...carried });
  }

  private async outgoing(thread: Thread, delivery: Delivery): Promise<readonly Wanted[]> {
    const shows = await this.shows(thread, delivery);
    if (shows.length === 0 || !erasesOneByOne(this.parts.can)) return shows;
    const replaced = removals(standing(thread), this.parts.can);
    return [...shows, ...replaced.map((r): Wanted => ({ kind: 'remove', ...asPart(r), targets: null }))];
  }

  private async shows(thread: Thread, delivery: Delivery): Promise<readonly Wanted[]> {
    const { calls, targets } = this.parts;
    const meant = calls === undefined ? null : await this.meant(thread, delivery);
    if (meant?.length === 0) return [];
    if (calls === 'each') {
      const wanted: Wanted[] = [];
      for await (const target of targets.some(meant ?? [])) wanted.push(showing(named(target), null));
      return wanted;
    }
    const batches = await this.batchesFor(thread, delivery, meant ?? []);
    if (batches === null) return [showing(null, meant)];
    return batches.map((b) => showing(null, b.targets, b.via));
  }

  private async batchesFor(
    thread: Thread,
    { id: idempotencyKey, releasedAt }: Delivery,
    meant: readonly string[],
  ): Promise<readonly Batch[] | null> {
    const { adapter, renditions } = this.parts;
    if (adapter.batches === undefined) return null;
    const rendition = await renditions.of(idempotencyKey);
    const last = standing(thread).at(-1);
    const previous = last === undefined ? null : asPosting(last, thread._id);
    return adapter.batches(rendition, { idempotencyKey, releasedAt, previous, meant });
  }

  /** Whom the audience means, and who has an earlier edition already. */
  private async meant(thread: Thread, delivery: Delivery): Promise<readonly string[]> {
    const have = await this.having(standing(thread).map((s) => s.key));
    const named = standing(thread).flatMap((s) => (s.target === null ? [] : [s.target.id]));
    return [...new Set([...(await this.parts.reaches.of(delivery.id)), ...named, ...have])];
  }

  /** The targets of these calls, as they were stored. */
  private async having(keys: readonly string[]): Promise<readonly string[]> {
    const batches = await Promise.all(keys.map((key) => this.batchOf(key)));
    return [...new Set(batches.flatMap(({ targets }) => targets))];
  }

  private async takingBack(thread: Thread, delivery: Delivery): Promise<readonly Wanted[]> {
    const { adapter, can } = this.parts;
    const wanted: Wanted[] = [];
    for (const removal of uncovered(thread, delivery, can)) {
      const part: Part = { kind: 'remove', ...asPart(removal) };
      const reached = await this.having(removal.removes);
      if (adapter.withdrawalBatches === undefined)
        wanted.push({ ...part, targets: reached.length === 0 ? null : reached });
      else
        for (const { targets, via } of await adapter.withdrawalBatches(reached, removal.removes))
          wanted.push({ ...part, targets, via });
    }
    return [...(await this.liftings(delivery, wanted)), ...wanted];
  }

  /**
   * The words that a warning is lifted with, once for each place where something is taken down. Where nothing new
   * is shown for now, it is only taken down.
   */
  private async liftings(delivery: Delivery, wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
    const { can, renditions, targets } = this.parts;
    if (!erasesOneByOne(can) || !(await renditions.tellsLifting(delivery.id))) return [];
    const have = delivery.calls.filter(({ kind }) => kind === 'show').map(({ target }) => target?.id);
    const places = new Map(wanted.map(({ target }) => [target?.id, target]));
    const shown: Wanted[] = [];
    for (const [id, target] of places) {
      if (have.includes(id)) continue;
      const known = id === undefined ? null : await targets.get(id);
      if (target === null || known?.state.is === 'active') shown.push(showing(target, null));
    }
    return shown;
  }
}

const asPart = ({ target, removes }: Removal): Pick<Part, 'target' | 'removes'> => ({
  target,
  removes: [...removes],
});
const named = ({ id, title }: Target): Part['target'] => ({ id, title });
