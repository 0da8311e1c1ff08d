import { dateInChina } from '@towncrier/content';
import { target, type RegisteredTarget, type TargetState } from '@towncrier/contracts';
import { permit } from '../../access/permissions.ts';
import type { Actor, Person } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { answered } from './answered.ts';
import type { RegisterClient } from './register.client.ts';
import type { RegisterWriter, Written } from './register.writer.ts';
import { changeFact, unansweredFact, type Doing } from './target.audit.ts';
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

export interface TargetSurroundings {
  readonly clock: Clock;
  readonly trail: AuditTrail;
  /** What a channel is called. @throws ProblemError 404 */
  readonly titleOf: (channel: string) => Promise<string>;
}

/** The registers of all channels, as people keep them. Each channel holds its own. */
export class TargetsService {
  constructor(
    private readonly registers: RegisterClient,
    private readonly writer: RegisterWriter,
    private readonly at: TargetSurroundings,
  ) {}

  /** @throws ProblemError 404 · 503 */
  async register(who: Person, channel: string): Promise<Register> {
    const title = await this.at.titleOf(channel);
    const { kinds } = await this.registers.ask(channel, { ask: 'kinds' });
    // where no kind is declared there is nothing to register
    return { channel, title, kinds, steps: kinds.length === 0 ? [] : registerSteps(who) };
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
    await this.writer.check(channel, [row], who.name);
    await this.done(id, doing, () => this.writer.ask(channel, [row], who.name, true));
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
    const to = this.stateAfter(act, reason);
    await this.done(id, doing, () =>
      this.registers.ask(channel, { ask: 'state', id, to, expected: version, by: who.name }),
    );
    return detailOf(who, await this.one(channel, id));
  }

  private doing(channel: string, act: Doing['act'], by: Actor): Doing {
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

  /** Every change has its line. */
  private async done(id: string, doing: Doing, ask: () => Promise<Written>): Promise<void> {
    const unanswered = unansweredFact(`target/${doing.channel}/${id}`, doing);
    const { changes } = await answered(this.at.trail, unanswered, ask);
    await this.at.trail.append(changes.map((change) => changeFact(change, doing)));
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

const summaryOf = ({ facts: _facts, secrets: _secrets, ...rest }: RegisteredTarget): TargetSummary => rest;
const detailOf = (who: Person, target: RegisteredTarget): TargetDetail => ({
  ...target,
  steps: targetSteps(who, target),
});
