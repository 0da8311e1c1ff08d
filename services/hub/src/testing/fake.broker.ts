import {
  announcementTtlMs,
  channelDirectory,
  pictureQuestion,
  pictureShelf,
  registerQuestion,
  renderQuestion,
  type ChannelAnnounced,
  type Edition,
  type Envelope,
  type Problem,
  type RenderAsked,
} from '@towncrier/contracts';
import { BrokerUnavailable, NoAnswer, type Broker, type Directory, type Shelf } from '@towncrier/messaging';

/** Whoever answers what is asked of a register. */
interface Register {
  answer(question: unknown): unknown;
}

/**
 * A broker in memory with channels that answer. It can be cut off, and channels can fall silent or object.
 */
export class FakeBroker implements Broker {
  connected = true;
  readonly published: { readonly subject: string; readonly envelope: Envelope<unknown> }[] = [];
  readonly shelved = new Map<string, Uint8Array>();
  readonly asked: Edition[] = [];
  /** What a channel asks where a picture is not on the shelf. */
  askForPicture: ((question: unknown) => Promise<unknown>) | null = null;
  /** What readers of a channel find; the others do not tell. */
  readonly readings = new Map<string, string>();
  readonly silent = new Set<string>();
  readonly objections = new Map<string, Problem[]>();
  /** Channels that keep a register; the others are of before there were any. */
  readonly registers = new Map<string, Register>();
  private readonly announced = new Map<string, ChannelAnnounced>();
  private readonly listeners: ((streams: readonly string[]) => void)[] = [];

  announce(...ids: readonly string[]): void {
    for (const id of ids) this.announced.set(id, announcement(id));
  }

  /** A channel that shortens by itself what is longer than it has room for. */
  announceWithRoom(id: string, title: number): void {
    const { can, ...rest } = announcement(id);
    const limits = [{ field: 'title', max: title, unit: '字', source: '屏幕', shortened: true }];
    this.announced.set(id, { ...rest, can: { ...can, limits } });
  }

  /** A channel for which this may be written alone. */
  announceWithOwnWords(id: string, title: string): void {
    const { can, ...rest } = announcement(id);
    const ownWords = [{ part: 'text', title, limit: '不超过 3 条' }];
    this.announced.set(id, { ...rest, can: { ...can, ownWords } });
  }

  /** Their processes are gone, and their announcements have run out. */
  fallAway(...ids: readonly string[]): void {
    for (const id of ids) this.announced.delete(id);
  }

  reborn(...streams: readonly string[]): void {
    for (const listener of this.listeners) listener(streams);
  }

  async publish(
    subject: string,
    envelope: Envelope<unknown>,
  ): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
    if (!this.connected) throw new BrokerUnavailable('cut off');
    const duplicate = this.published.some((p) => p.envelope.id === envelope.id);
    if (!duplicate) this.published.push({ subject, envelope });
    return { stream: 'fake', sequence: this.published.length, duplicate };
  }

  async provision(): Promise<void> {
    /* nothing to make */
  }
  onRebirth(listener: (streams: readonly string[]) => void): void {
    this.listeners.push(listener);
  }

  async directory(bucket: string, ttlMs: number): Promise<Directory> {
    if (!this.connected) throw new BrokerUnavailable('cut off');
    if (bucket !== channelDirectory || ttlMs !== announcementTtlMs)
      throw new Error(`unexpected directory ${bucket}`);
    return {
      put: async () => {
        throw new Error('the hub announces nothing');
      },
      list: async () => [...this.announced].map(([key, value]) => ({ key, value })),
      remove: async () => {
        throw new Error('the hub removes nothing');
      },
    };
  }

  async shelf(bucket: string): Promise<Shelf> {
    if (bucket !== pictureShelf) throw new Error(`unexpected shelf ${bucket}`);
    return {
      put: async (name, bytes) => {
        if (!this.connected) throw new BrokerUnavailable('cut off');
        this.shelved.set(name, bytes);
      },
      get: async () => {
        throw new Error('the hub reads its own folder');
      },
    };
  }

  async ask(subject: string, question: unknown): Promise<unknown> {
    const kept = [...this.registers].find(([channel]) => registerQuestion(channel) === subject);
    if (kept !== undefined) return this.askRegister(subject, kept, question);
    const id = [...this.announced.keys()].find((known) => renderQuestion(known) === subject);
    if (!this.connected || id === undefined || this.silent.has(id)) throw new NoAnswer(subject);
    const { edition, want } = question as RenderAsked;
    this.asked.push(edition);
    const problems = this.objections.get(id) ?? [];
    return problems.length > 0
      ? { channel: id, problems }
      : {
          channel: id,
          problems,
          hash: edition.contentHash,
          ...this.readingsOf(id),
          ...(want === 'preview' ? { preview: { kind: 'text', parts: [edition.content.title] } } : {}),
        };
  }

  private readingsOf(id: string): { readings?: readonly { where: string; text: string }[] } {
    const text = this.readings.get(id);
    return text === undefined ? {} : { readings: [{ where: '', text }] };
  }

  private async askRegister(
    subject: string,
    [id, register]: readonly [string, Register],
    question: unknown,
  ): Promise<unknown> {
    if (!this.connected || !this.announced.has(id) || this.silent.has(id)) throw new NoAnswer(subject);
    return register.answer(question);
  }

  async answer(subject: string, reply: (question: unknown) => Promise<unknown>): Promise<void> {
    if (subject !== pictureQuestion) throw new Error(`the hub does not answer ${subject}`);
    this.askForPicture = reply;
  }
  async close(): Promise<void> {
    /* nothing to close */
  }
}

function announcement(id: string): ChannelAnnounced {
  return {
    id,
    title: id,
    consumes: ['edition-released.v1'],
    mode: 'twin',
    ready: true,
    places: [],
    at: '2026-11-23T09:00:00.000Z',
    can: {
      recall: 'replace',
      revise: 'in-place',
      receipts: 'none',
      targets: '',
      limits: [],
      visibleWithinMs: 0,
      consequences: { correct: '更正', withdraw: '撤回' },
    },
  };
}
