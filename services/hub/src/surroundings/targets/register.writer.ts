import type { RegisterAnswer, RegisterProblem } from '@towncrier/contracts';
import { ProblemError } from '../../http/problem.ts';
import type { AreasDesk } from '../areas/areas.desk.ts';
import { refused, type RegisterClient, type RowToWrite } from './register.client.ts';
import { codeProblems } from './target.codes.ts';

export type Written = Extract<RegisterAnswer, { answer: 'written' }>;

/** Writes rows into the register of a channel: all of them, or none. */
export class RegisterWriter {
  constructor(
    private readonly registers: RegisterClient,
    private readonly areas: AreasDesk,
  ) {}

  /**
   * Looks for what the hub can know to be wrong; then what the channel says of the rows is told with it.
   * @param found problems of rows that are not among `rows`
   * @throws ProblemError 422 `register-refused` · 503
   */
  async check(
    channel: string,
    rows: readonly RowToWrite[],
    by: string,
    found: readonly RegisterProblem[] = [],
  ): Promise<void> {
    const codes = { areas: this.areas.table, organisations: await this.areas.bodies() };
    const mine = [...found, ...codeProblems(rows, codes)];
    if (mine.length === 0) return;
    const theirs = rows.length === 0 ? [] : await problemsIn(() => this.ask(channel, rows, by, false));
    throw refused([...mine, ...theirs].toSorted(byRow));
  }

  /** @param apply false only says what would happen @throws ProblemError 422 `register-refused` · 503 */
  ask(channel: string, rows: readonly RowToWrite[], by: string, apply: boolean): Promise<Written> {
    return this.registers.ask<'write'>(channel, { ask: 'write', rows, apply, by });
  }
}

async function problemsIn(trial: () => Promise<unknown>): Promise<readonly RegisterProblem[]> {
  try {
    await trial();
    return [];
  } catch (error) {
    if (error instanceof ProblemError && error.details.rows !== undefined) return error.details.rows;
    throw error;
  }
}

const byRow = (a: RegisterProblem, b: RegisterProblem): number => (a.row ?? 0) - (b.row ?? 0);
