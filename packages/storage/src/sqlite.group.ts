import type { DatabaseSync } from 'node:sqlite';

interface Job { readonly work: () => unknown; readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void }

/** Group commit: writes asked for in one turn of the event loop share one transaction and one sync; each has its own result. */
export class WriteGroup {
  private waiting: Job[] = [];
  constructor(private readonly database: DatabaseSync) {}

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const jobs = this.waiting;
    this.waiting = [];
    const done: { job: Job; value?: unknown; error?: unknown }[] = [];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      for (const job of jobs) done.push(this.attempt(job));
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const { job, value, error } of done) {
      if (error === undefined) job.resolve(value as never);
      else job.reject(error);
    }
  }

  private attempt(job: Job): { job: Job; value?: unknown; error?: unknown } {
    this.database.exec('SAVEPOINT job');
    try {
      const value = job.work();
      this.database.exec('RELEASE job');
      return { job, value };
    } catch (error) {
      this.database.exec('ROLLBACK TO job');
      this.database.exec('RELEASE job');
      return { job, error };
    }
  }
}
