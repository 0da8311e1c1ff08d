import { dateInChina } from '@towncrier/content';
import {
  target,
  type RegisteredTarget,
  type RegisterProblem,
  type TargetState,
  type TargetToWrite,
} from '@towncrier/contracts';
import { permit } from '../../access/permissions.ts';
import type { Actor, Person } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { AreasDesk } from '../areas/areas.desk.ts';
import { RegisterClient, refused } from './register.client.ts';
import { changeFact, unansweredFact, type Change, type Doing } from './target.audit.ts';
import { codeProblems } from './target.codes.ts';
import { targetPermissions } from './target.permissions.ts';
import { registerSteps, targetObjection, targetSteps, type TargetAct } from './target.steps.ts';
import type {
  PutTarget,
  Register,
  TargetDetail,
  TargetPage,
  TargetQuery,
  TargetSummary,
  TurnTarget,
} from './target.view.ts';

export type Row = TargetToWrite & { readonly row?: number };
type Written = { readonly changes: readonly Change[]; readonly unchanged: number };

export interface TargetSurroundings {
  readonly clock: Clock;
  readonly trail: AuditTrail;
  /** What a channel is called. @throws ProblemError 404 */
  readonly titleOf: (channel: string) => Promise<string>;
}

/** So many lines are added to the trail at a time, so that others get their turn between. */
const linesAtOnce = 100;

/** The registers of all channels, as people keep them. Each channel holds its own. */
export class TargetsService {
  constructor(
    private readonly registers: RegisterClient,
    private readonly areas: AreasDesk,
    private readonly at: TargetSurroundings,
  ) {}

  /** @throws ProblemError 404 · 503 */
  async register(who: Person, channel: string): Promise<Register> {
    const title = await this.at.titleOf(channel);
    const { kinds } = await this.registers.ask(channel, { ask: 'kinds' });
    return { channel, title, kinds, steps: registerSteps(who) };
  }

  /** @throws ProblemError 404 · 503 */
  async list(channel: string, { after, limit, ...where }: TargetQuery): Promise<TargetPage> {
    await this.at.titleOf(channel);
    const question = { ask: 'list', where, limit, ...(after === undefined ? {} : { after }) } as const;
    const { items, total, next } = await this.registers.ask(channel, question);
    return { items: items.map(summaryOf), total, next };
  }

  /** With all that the channel knows of it. @throws ProblemError 403 · 404 · 503 */
  async get(who: Person, channel: string, id: string): Promise<TargetDetail> {
    permit(who, targetPermissions, 'read', 'Target');
    return detailOf(who, await this.one(channel, id));
  }

  /** @throws ProblemError 403 · 404 · 409 `stale`, or the state · 422 `register-refused` · 503 */
  async put(who: Actor, channel: string, id: string, request: PutTarget): Promise<TargetDetail> {
    permit(who, targetPermissions, 'keep', 'Target');
    const { version, secrets, facts, ...rest } = request;
    const stands = version === null ? null : await this.asSeen(channel, id, version);
    if (stands !== null) refuse('change', stands);
    const state: TargetState = stands?.state ?? { is: 'active' };
    const told = target.shape.facts.parse(facts);
    const row = { target: { id, ...rest, facts: told, state }, secrets, expected: version };
    const doing = this.doing(channel, version === null ? 'create' : 'change', who);
    await this.write([row], doing, true);
    return detailOf(who, await this.one(channel, id));
  }

  /** Pauses, resumes or retires. @throws ProblemError 403 · 404 · 409 · 422 · 503 */
  async turn(
    who: Actor,
    channel: string,
    id: string,
    act: Exclude<TargetAct, 'change'>,
    { version, reason }: TurnTarget,
  ): Promise<TargetDetail> {
    permit(who, targetPermissions, 'keep', 'Target');
    refuse(act, await this.asSeen(channel, id, version));
    const doing = { ...this.doing(channel, act, who), reason };
    const { changes } = await this.answered(id, doing, () =>
      this.registers.ask(channel, {
        ask: 'state',
        id,
        to: this.stateAfter(act, reason),
        expected: version,
        by: who.name,
      }),
    );
    await this.note(changes, doing);
    return detailOf(who, await this.one(channel, id));
  }

  /**
   * All rows are written, or none; with `apply: false` it is only said what would happen. Problems of the hub
   * and of the channel are told together.
   * @throws ProblemError 422 `register-refused` · 503
   */
  async write(rows: readonly Row[], doing: Doing, apply: boolean): Promise<Written> {
    const mine = codeProblems(rows, { areas: this.areas.table, organisations: await this.areas.bodies() });
    const ask = (really: boolean) =>
      this.registers.ask(doing.channel, {
        ask: 'write',
        rows: [...rows],
        apply: really,
        by: doing.by.name,
      });
    if (mine.length > 0) throw refused([...mine, ...(await problemsIn(() => ask(false)))].toSorted(byRow));
    if (!apply) return ask(false);
    const written = await this.answered(rows[0]?.target.id ?? '', doing, () => ask(true));
    await this.note(written.changes, doing);
    return written;
  }

  doing(channel: string, act: Doing['act'], by: Actor): Doing {
    return { channel, act, by, at: this.at.clock() };
  }

  private async one(channel: string, id: string): Promise<RegisteredTarget> {
    await this.at.titleOf(channel);
    const { target } = await this.registers.ask(channel, { ask: 'one', id });
    if (target === null) throw new ProblemError(404, 'not-found', `没有终端“${id}”；请核对编号`);
    return target;
  }

  private async asSeen(channel: string, id: string, version: number): Promise<RegisteredTarget> {
    const target = await this.one(channel, id);
    if (target.version !== version) throw stale(target);
    return target;
  }

  private stateAfter(act: Exclude<TargetAct, 'change'>, reason: string): TargetState {
    if (act === 'pause') return { is: 'paused', reason };
    return act === 'resume' ? { is: 'active' } : { is: 'retired', on: dateInChina(this.at.clock()) };
  }

  /** Whether it was done is not known where nobody answers: the trail says so. */
  private async answered<T>(target: string, doing: Doing, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof ProblemError && error.details.status === 503)
        await this.at.trail.append([unansweredFact(target, doing)]);
      throw error;
    }
  }

  private async note(changes: readonly Change[], doing: Doing): Promise<void> {
    for (let n = 0; n < changes.length; n += linesAtOnce)
      await this.at.trail.append(changes.slice(n, n + linesAtOnce).map((c) => changeFact(c, doing)));
  }
}

const stale = ({ title, version, changedBy }: RegisteredTarget): ProblemError =>
  new ProblemError(
    409,
    'stale',
    `终端“${title}”已被 ${changedBy} 更新（现为第 ${version} 版）；请刷新后核对再操作`,
    { current: version },
  );

function refuse(act: TargetAct, target: RegisteredTarget): void {
  const objection = targetObjection(act, target);
  if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
}

async function problemsIn(trial: () => Promise<unknown>): Promise<readonly RegisterProblem[]> {
  try {
    await trial();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.details.rows ?? [];
    throw error;
  }
}

const byRow = (a: RegisterProblem, b: RegisterProblem): number => (a.row ?? 0) - (b.row ?? 0);

const summaryOf = ({ facts: _facts, secrets: _secrets, ...rest }: RegisteredTarget): TargetSummary => rest;
const detailOf = (who: Person, target: RegisteredTarget): TargetDetail => ({
  ...target,
  steps: targetSteps(who, target),
});
