import type { FastifyInstance } from 'fastify';

/** One thing the public can see (or saw) at the far end, read from the twin's own store. */
export interface Shown {
  /** The far end's own id for it. */
  readonly id: string;
  /** The publication it belongs to, where the far end can tell (from a link, a playlist entry). */
  readonly about: string | null;
  /** The account, phone number, screen, hotspot or board it is shown on. */
  readonly target: string;
  /** All words a person reads there, links included. */
  readonly text: string;
  /** False once it was erased, deleted, taken down. A notice of withdrawal is visible. */
  readonly visible: boolean;
  /** Instant (ISO 8601). */
  readonly at: string;
}

/**
 * Faults a twin can be told to have, each for the next `times` calls that would act:
 * `busy` refuses with its "try later" · `hang-after-accept` does it, then never answers · `refuse` refuses
 * the content ·
 * `slow` answers after `ms` · `deny` says the credentials are wrong ·
 * `crowd` does it, and before anything else is asked others have done so too: more than two pages of its
 * lists hold.
 */
export interface Fault {
  readonly kind: 'busy' | 'hang-after-accept' | 'refuse' | 'slow' | 'deny' | 'crowd';
  readonly times?: number;
  readonly ms?: number;
}

/** Consumes one pending fault of that kind and tells its delay, or answers null. */
export type TakeFault = (kind: Fault['kind']) => { readonly ms: number } | null;

export interface TwinSurroundings {
  /** Own folder; everything shown survives a restart. */
  readonly data: string;
  /**
   * Public address of the channel's own service, for far ends that come and fetch (players, phones,
   * visitors).
   */
  readonly channelUrl: string;
  /** Where the channel's service keeps its data, for far ends that are a folder. */
  readonly channelData: string;
  /** Own address. */
  readonly url: string;
}

export interface RunningTwin {
  shown(): Promise<readonly Shown[]>;
  /** Forget everything shown. */
  clear(): Promise<void>;
  /** The page on which a person sees what arrived: a complete HTML document that keeps itself current. */
  wall(): string;
  close(): Promise<void>;
}

/**
 * A fake far end that behaves: speaks the real wire format, stores, limits, answers late, fails on request.
 */
export interface Twin {
  readonly id: string;
  /** 中文, heading on the wall. */
  readonly title: string;
  /** Faults it can have; the suite asks only for these. */
  readonly faults: readonly Fault['kind'][];
  /** Mounts the far end's routes. */
  start(http: FastifyInstance, at: TwinSurroundings, fault: TakeFault): Promise<RunningTwin>;
}

/** The only export of a channel's `twin/twin.ts`, named `twin`. */
export function defineTwin(twin: Twin): Twin {
  return Object.freeze(twin);
}
