import type { Audience, Target, TargetChoice } from '@towncrier/contracts';
import type { Store } from '@towncrier/storage';
import type { z } from 'zod';

/** A kind of targets: what must be known of one, and how an audience chooses among them. */
export interface DeclaredKind {
  /** Small letters, digits and hyphens, e.g. `strip`. */
  readonly id: string;
  /** 中文, e.g. 条屏. */
  readonly title: string;
  /** Measure word and noun, as in 3 块屏. */
  readonly measure: string;
  readonly choice: TargetChoice;
  /** Whether one added today shows what is in force; an account or a telephone gets no old news. */
  readonly catchesUp: boolean;
  /** A strict object; each field with `.meta({ title, description })`: the console draws a form from it. */
  readonly facts: z.ZodType<Readonly<Record<string, unknown>>>;
  /** Names of facts whose values, one or a list, belong to one target alone, until it is retired. */
  readonly unique?: readonly string[];
  /** By name of a fact: the kind whose targets it names by their ids. Such a one must be in the register. */
  readonly names?: Readonly<Record<string, string>>;
  /** Facts that are written and never read back, each at most 4,000 characters; not part of `facts`. */
  readonly secrets: readonly DeclaredSecret[];
}

export interface DeclaredSecret {
  readonly name: string;
  /** 中文, e.g. 手机号码. */
  readonly title: string;
  readonly required: boolean;
  /** What is wrong with a value, in 中文 and without saying the value; null for nothing. */
  fault?(value: string): string | null;
}

/** A target with what a first start puts into its secret facts. */
export interface SeedTarget extends Target {
  readonly secrets?: Readonly<Record<string, string>>;
}

/** The targets of a channel. */
export interface TargetDeclaration<S> {
  readonly kinds: readonly DeclaredKind[];
  /**
   * `each`: one irreversible call per target, one after another · `together`: one call for all of them, where
   * targets come and fetch, or the adapter's own `batches`.
   */
  readonly calls: 'each' | 'together';
  /** What an empty register begins with: the targets of the demonstration with twins, else nothing. */
  seed(settings: S): readonly SeedTarget[];
  /**
   * What an earlier release kept in a form of its own. Where there is any, the register begins with it in place
   * of the seed, once. Only reads: it is asked again when the first start was killed.
   */
  adopt?(store: Store, settings: S): Promise<readonly SeedTarget[]>;
  /**
   * What a register lacks that an earlier release filled, e.g. targets of a kind that is new: asked at every
   * start, added when there is any. Ends by itself: it gives nothing once it is there.
   */
  lacks?(targets: FilledRegister, settings: S): Promise<readonly SeedTarget[]>;
}

/** A register that is being opened. `has` looks at one target alone; `living` reads all of them. */
export interface FilledRegister extends Pick<TargetReader, 'living'> {
  has(id: string): Promise<boolean>;
}

/** The register as an adapter reads it. */
export interface TargetReader {
  /** @returns null when there never was one with this id; retired ones are found */
  get(id: string): Promise<Target | null>;
  /** All that are active, by id; of one kind where it is named. */
  active(kind?: string): AsyncIterable<Target>;
  /** All that are not retired, by id: the paused ones too; of one kind where it is named. */
  living(kind?: string): AsyncIterable<Target>;
  /**
   * Whom the edition of that delivery means now, by id: targets of kinds that catch up as the register has them
   * at this moment (paused and retired ones are not in it), others as they were when it was accepted. Kept until
   * the register changes. A delivery that nobody remembers means everywhere.
   */
  meant(deliveryId: string): Promise<ReadonlySet<string>>;
  /** Whether its audience is everywhere, with nobody left out: also for a place that no target stands for. */
  isForEverybody(deliveryId: string): Promise<boolean>;
  /** Of these ids, in their order; ids that never were are left out. */
  some(ids: readonly string[]): AsyncIterable<Target>;
  count(): Promise<number>;
  /** @returns the plain value of a secret fact, for one call; null when it is not set */
  secret(id: string, name: string): Promise<string | null>;
  /** Told after every change of the register, of any target. @returns a function that ends it */
  onChange(tell: (ids: readonly string[]) => void): () => void;
}

/** Whom an edition is meant for. */
export interface Meant {
  readonly audience: Audience;
  /** Null for releases of the time before owners were told. */
  readonly owner: string | null;
}
