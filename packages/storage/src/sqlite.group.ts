import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from './errors.ts';

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: writes asked for in one turn of the event loop share one transaction and one sync; each has
 * its own result.
 */
export class WriteGroup {
  private waiting: Job[] = [];
  constructor(private readonly database: DatabaseSync) {}

  /**
   * Resolves once the work is committed.
   * @param work at most one writing statement, so that its failure undoes nothing but itself; runs again when
   * its transaction was undone
   * @throws StoreUnavailable when the disk refuses
   */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits what waits, without waiting for the turn to end. */
  flush(): void {
    const jobs = this.waiting;
    this.waiting = [];
    if (jobs.length > 0) this.commit(jobs);
  }

  private commit(jobs: readonly Job[]): void {
    const settle: (() => void)[] = [];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      for (const job of jobs) {
        settle.push(attempt(job));
        // A full disk makes SQLite undo the transaction by itself; what follows would be written outside of
        // any.
        if (!this.database.isTransaction) return this.apart(jobs, settle);
      }
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isOpen && this.database.isTransaction) this.database.exec('ROLLBACK');
      for (const job of jobs) job.reject(inWords(error));
      return;
    }
    for (const done of settle) done();
  }

  /** The job that broke the transaction must not take the others with it. */
  private apart(jobs: readonly Job[], settle: readonly (() => void)[]): void {
    if (jobs.length === 1) settle[0]?.();
    else for (const job of jobs) this.commit([job]);
  }
}

function attempt(job: Job): () => void {
  try {
    const value = job.work();
    return () => job.resolve(value as never);
  } catch (error) {
    return () => job.reject(inWords(error));
  }
}

function inWords(error: unknown): unknown {
  const { code, errstr } = error as { code?: string; errstr?: string };
  if (code === 'ERR_INVALID_STATE')
    return new StoreUnavailable('The store is closed; nothing was written. Open it again first.', {
      cause: error,
    });
  return code === 'ERR_SQLITE_ERROR'
    ? new StoreUnavailable(
        `The store cannot be written (${errstr}); nothing was kept. Check the free space and the health of its disk.`,
        { cause: error },
      )
    : error;
}
