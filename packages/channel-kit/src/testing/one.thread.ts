import { createHash } from 'node:crypto';
import type { Target } from '@towncrier/contracts';
import { defineChannel, type Channel, type Rendition } from '../channel.ts';
import { DeliveryExecutor } from '../delivery.executor.ts';
import { Forms } from '../forms.ts';
import type { FormsDoc } from '../rendition.forms.ts';
import { FarEnd } from '../far-end.ts';
import { Planner } from '../far-end.plan.ts';
import { Inbox } from '../inbox.ts';
import { noTargets } from '../register/no.targets.ts';
import { Reaches, type ReachDoc } from '../register/reaches.ts';
import type { TargetReader } from '../register/target.declaration.ts';
import { RenditionCache } from '../rendition.cache.ts';
import { Renditions } from '../renditions.ts';
import type { Ways } from '../thread.standing.ts';
import { ThreadStore } from '../thread.store.ts';
import { kitCollections, type BatchDoc, type InboxDoc, type Thread } from '../thread.ts';
import { publication, released, withdrawn } from './events.sample.ts';
import { unillustrated } from './unillustrated.ts';
import { FarEndModel, type Fate, type Luck, type Sight } from './far-end.model.ts';
import { MemoryCollection } from './memory.collection.ts';

const channelId = 'sms';
const addressed = { channels: [{ id: channelId }] };

export interface Course {
  readonly can: Ways;
  /** Ids of the targets it is for; empty: the one far end of a channel without register. */
  readonly targets: readonly string[];
  /** What is withdrawn is a warning that is lifted. */
  readonly lifts?: boolean;
  readonly lucks: readonly Luck[];
  readonly sights: readonly Sight[];
  /** What arrives, and before which verb (counted from the start). */
  readonly arrivals: readonly { readonly what: number | 'withdraw'; readonly before: number }[];
}

/** The thread of one publication with all that carries it out, in memory, on a clock that only waiting moves. */
export class OneThread {
  readonly farEnd: FarEndModel;
  private readonly docs = new MemoryCollection<Thread>();
  private readonly store: ThreadStore;
  private readonly inbox: Inbox;
  private readonly executor: DeliveryExecutor<Rendition>;
  private time = Date.parse('2026-11-23T08:00:00.000Z');
  private verbs = 0;
  private readonly waiting: Course['arrivals'][number][];
  private dead = false;

  constructor(private readonly course: Course) {
    this.waiting = course.arrivals.toSorted((a, b) => a.before - b.before);
    const fate: Fate = {
      lucks: [...course.lucks],
      sights: [...course.sights],
      meanwhile: () => this.meanwhile(),
      die: () => void (this.dead = true),
    };
    this.farEnd = new FarEndModel(course.can, fate);
    const now = (): string => new Date(this.time).toISOString();
    this.store = new ThreadStore(this.mortal(), course.can, now, () => undefined);
    const channel = channelOf(course, this.farEnd);
    const targets = course.targets.length === 0 ? noTargets : readerOf(course.targets);
    const reaches = new Reaches(new MemoryCollection<ReachDoc>(), () =>
      Promise.resolve({ catchingUp: [], others: course.targets }),
    );
    const inbox = new MemoryCollection<InboxDoc>();
    const forms = new Forms(channel, targets, new MemoryCollection<FormsDoc>());
    const renditions = new Renditions(channel, new RenditionCache(channel, {}, unillustrated), forms, inbox);
    const batches = new MemoryCollection<BatchDoc>();
    const calls = channel.targets?.calls;
    const common = { adapter: this.farEnd, renditions, targets };
    const planner = new Planner({ ...common, can: course.can, batches, reaches, calls });
    const stopped = new AbortController().signal;
    const farEnd = new FarEnd({ ...common, channel: channelId, planner, timeoutMs: 60_000, now, stopped });
    this.executor = new DeliveryExecutor({
      channel: channelId,
      can: course.can,
      threads: this.store,
      farEnd,
      rules: { ladder: [100, 1000], visibleWithinMs: 500, patience: 12 },
      now,
      onSettled: () => undefined,
    });
    const threads = this.store;
    const kickWorker = (): void => undefined;
    this.inbox = new Inbox({
      channel: channelId,
      events: inbox,
      threads,
      reaches,
      now,
      kickWorker,
      quiet: null,
    });
  }

  /** Until nothing is to come and nothing is due. */
  async toRest(): Promise<Thread> {
    for (let rounds = 0; rounds < 500; rounds += 1) {
      const thread = this.docs.docs.get(publication);
      if (thread === undefined || thread.dueAt === null) {
        if (!(await this.arrive())) return thread ?? fail('nothing ever arrived');
        continue;
      }
      this.time = Math.max(this.time, Date.parse(thread.dueAt));
      await this.work(thread);
    }
    return fail('it never rests');
  }

  private async work(thread: Thread): Promise<void> {
    const token = `worker-${thread.version}`;
    const until = new Date(this.time + 60_000).toISOString();
    const claimed = { ...thread, lease: { token, until } };
    this.docs.docs.set(publication, claimed);
    await this.executor.run(claimed, token).catch((error: unknown) => {
      if (!this.dead) throw error;
      this.dead = false;
    });
  }

  private async meanwhile(): Promise<void> {
    this.verbs += 1;
    const [next] = this.waiting;
    if (next !== undefined && next.before <= this.verbs) await this.arrive();
  }

  private async arrive(): Promise<boolean> {
    const next = this.waiting.shift();
    if (next === undefined) return false;
    const event =
      next.what === 'withdraw'
        ? withdrawn({ ...addressed, standing: [], ...(this.course.lifts === true ? { act: 'lift' } : {}) })
        : released({ ...addressed, deadline: '2027-01-01T00:00:00.000Z' }, next.what);
    await this.inbox.release(event);
    return true;
  }

  /** The thread's store: after death nothing is written any more. */
  private mortal(): MemoryCollection<Thread> {
    const write = this.docs.replace.bind(this.docs);
    this.docs.replace = (doc, version) =>
      this.dead ? Promise.reject(new Error('dead')) : write(doc, version);
    return this.docs;
  }
}

function channelOf({ can, targets }: Course, adapter: FarEndModel): Channel<object, Rendition> {
  return defineChannel<object, Rendition>({
    id: channelId,
    title: '短信',
    consumes: [],
    settings: { parse: () => ({}) } as never,
    can: {
      ...can,
      receipts: 'none',
      targets: '',
      limits: [],
      visibleWithinMs: 500,
      consequences: { correct: '更正', withdraw: '撤回' },
    },
    collections: kitCollections,
    slots: { urgent: 1, normal: 1 },
    ...(targets.length === 0 ? {} : { targets: { kinds: [], calls: 'each', seed: () => [] } }),
    mode: () => 'twin',
    check: () => [],
    render: ({ edition }) =>
      Promise.resolve({ hash: createHash('sha256').update(`edition ${edition}`).digest('hex') }),
    renderLifting: ({ reason }) =>
      Promise.resolve({ hash: createHash('sha256').update(`lifted: ${reason}`).digest('hex') }),
    readings: () => [],
    preview: () => Promise.resolve({ kind: 'text', parts: [] }),
    adapter: () => adapter,
  });
}

function readerOf(ids: readonly string[]): TargetReader {
  const of = (id: string): Target => ({
    id,
    title: id,
    kind: 'account',
    owner: 'kysrmzf',
    area: '532502000000',
    venue: null,
    groups: [],
    position: null,
    hours: null,
    takes: 'everybody',
    state: { is: 'active' },
    facts: {},
  });
  return {
    ...noTargets,
    get: (id) => Promise.resolve(ids.includes(id) ? of(id) : null),
    some: async function* (wanted) {
      for (const id of wanted) yield of(id);
    },
  };
}

const fail = (words: string): never => {
  throw new Error(words);
};
