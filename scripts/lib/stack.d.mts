/** One process of a running system. */
export interface RunningProcess {
  readonly name: string;
  /** 0 while it does not run. */
  readonly pid: number;
  readonly running: boolean;
  /** Path of its log file. */
  readonly log: string;
  /** Sends a signal, SIGKILL by default. Under supervision it comes back by itself. */
  kill(signal?: NodeJS.Signals): void;
  /**
   * Starts it where it does not run, and resolves once it is ready. `environment` is added for this one run.
   */
  start(timeoutMs?: number, environment?: NodeJS.ProcessEnv): Promise<void>;
  /** Ends it in order; it does not come back until `start`. */
  stop(patienceMs?: number): Promise<void>;
  /** Resolves once it is gone. */
  ended(): Promise<void>;
  ready(timeoutMs?: number): Promise<void>;
}

export interface Stack {
  /** By service folder (`hub`, `channel-weibo`), by twin (`twin-weibo`), and `nats`. */
  readonly urls: Readonly<Record<string, string>>;
  /** Addresses for people. */
  readonly places: readonly { readonly key: string; readonly label: string; readonly url: string }[];
  /** By service folder, and `nats` unless a broker was given. */
  readonly processes: ReadonlyMap<string, RunningProcess>;
  readonly dataDir: string;
  readonly natsUrl: string;
  readonly monitorToken: string;
  readonly credentialsFile: string;
  stop(): Promise<void>;
}

export interface StackOptions {
  readonly portBase: number;
  readonly dataDir: string;
  /** Whether a process that ends by accident is started again; true by default. */
  readonly supervise?: boolean;
  /** What the operator has set; the environment of this process by default. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Root of the project. */
  readonly at?: string;
  readonly say?: (line: string) => void;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/**
 * Starts everything on loopback and resolves when all of it is ready; otherwise throws one sentence and
 * leaves nothing running. Needs the packages built.
 */
export function startStack(options: StackOptions): Promise<Stack>;

/** A base whose fifty following ports are free and are not handed out for outgoing connections. */
export function freePortBase(): Promise<number>;
