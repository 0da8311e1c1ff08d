import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  RegisteredTarget,
  RegisterAnswer,
  RegisterProblem,
  Target,
  TargetFilter,
  TargetKind,
  TargetState,
} from '@towncrier/contracts';
import { sameSecret } from '@towncrier/secrets';
import { resolveAudience, type Resolution } from './audience.resolve.ts';
import type { KeyRing } from '@towncrier/secrets';
import { toldKind } from './kind.told.ts';
import type { Resolve } from './reaches.ts';
import { namedTargets } from './named.targets.ts';
import { repeatedIds, type Row } from './register.problems.ts';
import type { Planned, RegisterStore } from './register.store.ts';
import { RowCheck, type Checked } from './row.check.ts';
import { open, seal, SealBroken } from './secret.envelope.ts';
import { sharedFacts } from './shared.facts.ts';
import { KnownSecrets } from './stray.secrets.ts';
import type { DeclaredKind, Meant, TargetReader } from './target.declaration.ts';
import type { RegisterHead } from './target.documents.ts';
import { plainOf, TargetIndex, toldOf, type Found } from './target.index.ts';

export type Written = Extract<RegisterAnswer, { answer: 'written' | 'refused' }>;
interface How {
  readonly apply: boolean;
  readonly by: string;
  readonly seeds: boolean;
}
type Change = Extract<Checked, { is: 'change' }>;

export interface RegisterParts {
  readonly channel: string;
  readonly kinds: readonly DeclaredKind[];
  readonly store: RegisterStore;
  readonly ring: KeyRing;
  readonly now: () => string;
}

/** Losing so often to others in a row is no accident. */
const patience = 5;

/** The targets of one channel: read from memory, written all or none, told to whoever listens. */
export class TargetRegister implements Omit<TargetReader, 'meant' | 'isForEverybody'> {
  private loaded: { readonly index: TargetIndex; readonly revision: number } | null = null;
  private known: KnownSecrets | null = null;
  private writing = false;
  private busy: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<(ids: readonly string[]) => void>();

  constructor(private readonly parts: RegisterParts) {}

  kinds(): readonly TargetKind[] {
    return this.parts.kinds.map(toldKind);
  }

  async list(where: TargetFilter, after: string | undefined, limit: number): Promise<Found> {
    return (await this.index()).find(where, after, limit);
  }

  async one(id: string): Promise<RegisteredTarget | null> {
    return (await this.index()).get(id);
  }

  /** Whom an audience means. Pure over the register as it is at this moment. */
  async resolve(meant: Meant): Promise<Resolution<RegisteredTarget>> {
    const index = await this.index();
    return resolveAudience(meant, {
      channel: this.parts.channel,
      kinds: new Map(this.parts.kinds.map(({ id, choice }) => [id, choice])),
      targets: index.all(),
      has: (id) => index.has(id),
    });
  }

  /** Whom an audience reaches, split by whether their kind shows what was published before. */
  async byCatchingUp(meant: Meant): ReturnType<Resolve> {
    const { reached } = await this.resolve(meant);
    const later = new Set(this.parts.kinds.filter((kind) => kind.catchesUp).map(({ id }) => id));
    const ids = (of: boolean): string[] => reached.filter((t) => later.has(t.kind) === of).map((t) => t.id);
    return { catchingUp: ids(true), others: ids(false) };
  }

  /** All active ones of each kind. */
  async activeByKind(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { kind, state } of (await this.index()).all())
      if (state.is === 'active') counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  }

  /** All rows are written, or none. @param apply false only says what would happen */
  write(rows: readonly Row[], apply: boolean, by: string): Promise<Written> {
    return this.alone(() => this.tryWrite(rows, { apply, by, seeds: false }));
  }

  /** Another state of one target; a retired one stays retired. */
  async state(id: string, to: TargetState, expected: number, by: string): Promise<Written> {
    const found = await this.one(id);
    if (found === null)
      return refusal([{ target: id, field: 'id', message: '登记簿里没有这个终端', remedy: '请核对编号' }]);
    return this.write([{ target: { ...plainOf(found), state: to }, secrets: {}, expected }], true, by);
  }

  /**
   * What an empty register begins with, once in its life.
   * @throws Error naming what is wrong with the seed: it comes from the channel itself
   */
  async seed(rows: () => Promise<readonly Row[]>): Promise<void> {
    const head = await this.parts.store.head();
    if (head.seededAt !== null) return;
    const by = '首次启动';
    const done = await this.alone(async () => this.tryWrite(await rows(), { apply: true, by, seeds: true }));
    this.mustBeTaken(done, 'first targets');
  }

  /**
   * What a register of an earlier release lacks.
   * @throws Error naming what is wrong with it: it comes from the channel itself
   */
  async complete(rows: readonly Row[]): Promise<void> {
    this.mustBeTaken(await this.write(rows, true, '版本升级'), 'added targets');
  }

  private mustBeTaken(done: Written, what: string): void {
    if (done.answer === 'refused')
      throw new Error(`The ${what} of ${this.parts.channel} are wrong: ${JSON.stringify(done.problems)}`);
  }

  async get(id: string): Promise<Target | null> {
    const found = await this.one(id);
    return found === null ? null : plainOf(found);
  }

  async *active(kind?: string): AsyncIterable<Target> {
    for await (const target of this.living(kind)) if (target.state.is === 'active') yield target;
  }

  async *living(kind?: string): AsyncIterable<Target> {
    for (const target of (await this.index()).all())
      if (target.state.is !== 'retired' && (kind === undefined || target.kind === kind))
        yield plainOf(target);
  }

  async *some(ids: readonly string[]): AsyncIterable<Target> {
    const index = await this.index();
    for (const id of ids) {
      const found = index.get(id);
      if (found !== null) yield plainOf(found);
    }
  }

  async count(): Promise<number> {
    return (await this.index()).size;
  }

  async secret(id: string, name: string): Promise<string | null> {
    const sealed = (await this.parts.store.get(id))?.secrets[name];
    return sealed === undefined ? null : open(sealed, this.place(id, name), this.parts.ring);
  }

  onChange(tell: (ids: readonly string[]) => void): () => void {
    this.listeners.add(tell);
    return () => void this.listeners.delete(tell);
  }

  private async tryWrite(rows: readonly Row[], how: How): Promise<Written> {
    this.writing = true;
    try {
      return await this.writeOrLose(rows, how);
    } catch (error) {
      // How far it came is not known: the next to read looks at the store.
      this.loaded = null;
      throw error;
    } finally {
      this.writing = false;
    }
  }

  private async writeOrLose(rows: readonly Row[], { apply, by, seeds }: How): Promise<Written> {
    for (let lost = 0; lost < patience; lost += 1) {
      const head = await this.parts.store.head();
      const checked = await this.check(rows, await this.indexAt(head));
      const problems = [
        ...repeatedIds(rows),
        ...checked.flatMap((c) => (c.is === 'refused' ? c.problems : [])),
        ...sharedFacts(checked, await this.indexAt(head), this.parts.kinds),
        ...namedTargets(checked, await this.indexAt(head), this.parts.kinds),
      ];
      if (problems.length > 0) return refusal(problems);
      const changes = checked.filter((c) => c.is === 'change');
      const at = this.parts.now();
      const planned = await Promise.all(changes.map((change) => this.planned(change, by, at)));
      const written = answerOf(changes, planned, rows.length, apply);
      if (!apply || (planned.length === 0 && !seeds)) return written;
      if (await this.parts.store.commit({ id: randomUUID(), by, at, planned, seeds }, head)) {
        for (const { secrets } of changes) for (const value of Object.values(secrets)) this.known?.add(value);
        await this.take(
          planned.map(({ after }) => after),
          head.revision + 1,
        );
        return written;
      }
    }
    return refusal([{ message: '登记簿正由他人更改，这次没有写入任何一行', remedy: '请稍候再试' }]);
  }

  private async check(rows: readonly Row[], index: TargetIndex): Promise<readonly Checked[]> {
    const given = rows.flatMap(({ secrets }) => Object.values(secrets));
    const check = new RowCheck(this.parts.kinds, index, (await this.knownSecrets()).and(given));
    const checked: Checked[] = [];
    for (const row of rows) {
      if (checked.length % 500 === 499) await nextTurn();
      checked.push(check.row(row, await this.freshSecrets(row)));
    }
    return checked;
  }

  /** Without those that are stored already. */
  private async freshSecrets({ target, secrets }: Row): Promise<Readonly<Record<string, string>>> {
    const given = Object.entries(secrets);
    if (given.length === 0) return secrets;
    const stored = (await this.parts.store.get(target.id))?.secrets ?? {};
    return Object.fromEntries(
      given.filter(([name, value]) => {
        const sealed = stored[name];
        const plain = sealed === undefined ? null : this.openOrNull(sealed, target.id, name);
        return plain === null || !sameSecret(plain, value);
      }),
    );
  }

  private async planned(change: Change, by: string, at: string): Promise<Planned> {
    const { target, before, secrets: plain } = change;
    const stored = (before?.secrets ?? []).length > 0 ? await this.parts.store.get(target.id) : null;
    const kept = stored?.secrets ?? {};
    const sealed = Object.entries(plain).map(
      ([name, value]) => [name, seal(value, this.place(target.id, name), this.parts.ring)] as const,
    );
    const secrets = { ...kept, ...Object.fromEntries(sealed) };
    const version = (before?.version ?? 0) + 1;
    const names = Object.keys(secrets).sort();
    const after = { ...target, version, secrets: names, changedBy: by, changedAt: at };
    return { before, after, secrets };
  }

  /** The write is committed: it is carried over, shown and told, in this order. */
  private async take(changed: readonly RegisteredTarget[], revision: number): Promise<void> {
    await this.parts.store.head();
    if (this.loaded !== null) this.loaded = { index: this.loaded.index.with(changed), revision };
    const ids = changed.map(({ id }) => id);
    if (ids.length > 0) for (const tell of this.listeners) tell(ids);
  }

  /** While this process writes, readers see the register as it was before. */
  private async index(): Promise<TargetIndex> {
    const loaded = this.loaded;
    if (loaded !== null && (this.writing || loaded.revision === (await this.parts.store.revision())))
      return loaded.index;
    return this.alone(async () => this.indexAt(await this.parts.store.head()));
  }

  private async indexAt({ revision }: Pick<RegisterHead, 'revision'>): Promise<TargetIndex> {
    if (this.loaded?.revision === revision) return this.loaded.index;
    const all: RegisteredTarget[] = [];
    for await (const page of this.parts.store.pages()) {
      for (const doc of page) all.push(toldOf(doc));
      // A large register is read while a process starts: it listens meanwhile.
      await nextTurn();
    }
    this.loaded = { index: TargetIndex.of(all), revision };
    return this.loaded.index;
  }

  private async knownSecrets(): Promise<KnownSecrets> {
    if (this.known !== null) return this.known;
    const known = KnownSecrets.none();
    for await (const { _id, secrets } of this.parts.store.all())
      for (const [name, sealed] of Object.entries(secrets)) {
        const plain = this.openOrNull(sealed, _id, name);
        if (plain !== null) known.add(plain);
      }
    this.known = known;
    return known;
  }

  /** Null when it cannot be opened: the person who writes it anew puts it right. */
  private openOrNull(sealed: Parameters<typeof open>[0], id: string, name: string): string | null {
    try {
      return open(sealed, this.place(id, name), this.parts.ring);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  private place(target: string, name: string): Parameters<typeof open>[1] {
    return { channel: this.parts.channel, target, name };
  }

  /** One after another. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.busy.then(work, work);
    this.busy = turn.catch(() => undefined);
    return turn;
  }
}

const refusal = (problems: readonly RegisterProblem[]): Written => ({
  answer: 'refused',
  problems: [...problems],
});

const answerOf = (
  changes: readonly Change[],
  planned: readonly Planned[],
  rows: number,
  applied: boolean,
): Written => ({
  answer: 'written',
  applied,
  changes: planned.map(({ before, after }, n) => {
    const row = changes[n]?.row;
    return { ...(row === undefined ? {} : { row }), before, after };
  }),
  unchanged: rows - changes.length,
});
