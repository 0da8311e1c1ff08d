import { dateInChina } from '@towncrier/content';
import { plusMonths } from '@towncrier/calendar';
import { deedOf } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { factsIn, type AuditedStore } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import { allOf } from '../../ports/all-of.ts';
import { permit } from '../../access/permissions.ts';
import type { Actor, Person } from '../../access/person.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import type { ClosedItemDoc } from './catalogue.documents.ts';
import { closedItemPermissions } from './catalogue.permissions.ts';
import { closedItemSteps, closedStates, openObjection } from './catalogue.steps.ts';
import type { CloseRequest, ClosedView } from './catalogue.view.ts';
import { articleOf, denyCodes } from './vocabulary.ts';

export const noClosedItem = '不予公开清单中没有这一条；请刷新后核对';

/** 不予公开清单, each with a legal reason and a day on which it is looked at again. */
export class ClosedItemsService {
  constructor(
    private readonly store: AuditedStore<ClosedItemDoc>,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async list(who: Person): Promise<readonly ClosedView[]> {
    return [...(await allOf(this.store.docs)).values()].map((doc) => this.viewOf(who, doc));
  }

  /** Names of what is closed now. */
  async names(): Promise<readonly string[]> {
    return [...(await allOf(this.store.docs)).values()]
      .filter((c) => c.state === 'closed')
      .map((c) => c.name);
  }

  /** @throws ProblemError 403 · 422 `unknown-code`, `no-basis`, `review-too-late` */
  async close(who: Actor, facts: CloseRequest): Promise<ClosedView> {
    permit(who, closedItemPermissions, 'close', 'ClosedItem');
    const code = denyCodes.find((c) => c.code === facts.code);
    if (code === undefined)
      throw new ProblemError(
        422,
        'unknown-code',
        `没有理由代码“${facts.code}”；只能是 ${denyCodes.map((c) => c.code).join('、')}（《政府信息公开条例》第十四至十六条）`,
      );
    if (code.code === 'N14b' && facts.basis === '')
      throw new ProblemError(
        422,
        'no-basis',
        '以“法律、行政法规禁止公开”为由的，必须写明是哪部法律的哪一条（《政府信息公开条例》第十四条）',
      );
    const [today, latest] = [dateInChina(this.clock()), plusMonths(dateInChina(this.clock()), 12)];
    if (facts.reviewOn <= today || facts.reviewOn > latest)
      throw new ProblemError(
        422,
        'review-too-late',
        `评估日期应在 ${latest} 之前：不予公开的信息要定期评估审查（《政府信息公开条例》第十八条）`,
      );
    const id = Buffer.from(this.random(6)).toString('hex');
    await this.store.insert(
      { _id: id, ...facts, state: 'closed' },
      this.fact(who, id, 1, 'close', `${code.code} ${facts.reason}`),
    );
    return this.viewOf(who, await this.store.get(id));
  }

  async open(who: Actor, id: string, version: number, reason: string): Promise<ClosedView> {
    permit(who, closedItemPermissions, 'open', 'ClosedItem');
    return this.viewOf(
      who,
      await this.store.change(id, version, (doc) => {
        const objection = openObjection(doc);
        if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
        return {
          next: { ...factsIn(doc), state: 'opened' },
          fact: this.fact(who, id, version + 1, 'open', reason),
        };
      }),
    );
  }

  private viewOf(who: Person, doc: ClosedItemDoc): ClosedView {
    const { _id: id, state, ...facts } = factsIn(doc);
    return {
      ...facts,
      id,
      version: doc.revision,
      state,
      stateTitle: closedStates[state],
      article: articleOf(doc.code),
      reviewDue: state === 'closed' && doc.reviewOn <= dateInChina(this.clock()),
      steps: closedItemSteps(who, doc),
    };
  }

  private fact(by: Actor, id: string, revision: number, act: string, reason: string): Deed {
    return deedOf({ kind: 'closed-item', key: id, revision, act, by, at: this.clock(), reason });
  }
}
