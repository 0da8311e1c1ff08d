import { hashText } from '@towncrier/content';
import { sameSecret } from '@towncrier/secrets';
import { dateInChina } from '@towncrier/content';
import type { z } from 'zod';
import { deedOf, thePublic, type Doer } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { AuditedStore, factsIn } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Actor, Person } from '../../access/person.ts';
import { permit } from '../../access/permissions.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import { publicationIdFrom } from '../../publications/publication.id.ts';
import type { WorkingDays } from '../../ports/working-days.ts';
import type { FeedbackDoc } from './feedback.documents.ts';
import { feedbackStates, kindOf } from './feedback.kinds.ts';
import { feedbackPermissions } from './feedback.permissions.ts';
import { feedbackObjection, feedbackSteps } from './feedback.steps.ts';
import type {
  feedbackQuery,
  feedbackStep,
  FeedbackStatus,
  FeedbackView,
  giveFeedback,
} from './feedback.requests.ts';

export interface FeedbackSurroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: WorkingDays;
  /** The edition of a publication that the public has, or had; null when it never went out. */
  readonly editionSeen: (publication: string) => Promise<number | null>;
}

export const noFeedback = '没有这条留言，或查询码不正确；请核对回执';

/** What the public says about a publication: an error in it, a question, a complaint. */
export class FeedbackService {
  constructor(
    private readonly store: AuditedStore<FeedbackDoc>,
    private readonly at: FeedbackSurroundings,
  ) {}

  /** By anybody. @throws ProblemError 404 for what was never public */
  async give(
    { publication, kind, words, contact }: z.infer<typeof giveFeedback>,
    from: string,
  ): Promise<{ id: string; code: string }> {
    const edition = await this.at.editionSeen(publication);
    if (edition === null) throw new ProblemError(404, 'not-found', '没有这个发布件，请核对编号');
    const now = this.at.clock();
    const code = Buffer.from(this.at.random(12)).toString('base64url');
    for (;;) {
      const id = publicationIdFrom(this.at.random(8));
      const facts = {
        publication,
        edition,
        kind,
        words,
        contact: contact ?? null,
        state: 'received' as const,
        receivedAt: now.toISOString(),
        dueOn: this.dueOn(kind, now),
        handler: null,
        answer: null,
      };
      if (
        await this.store.insert(
          { _id: id, ...facts, codeHash: hashText(code) },
          this.fact(thePublic(from), id, 1, 'give'),
        )
      )
        return { id, code };
    }
  }

  /** @throws ProblemError 404 also for a wrong code */
  async status(id: string, code: string): Promise<FeedbackStatus> {
    const found = await this.store.get(id);
    if (!sameSecret(hashText(code), found.codeHash)) throw new ProblemError(404, 'not-found', noFeedback);
    const { state, receivedAt, dueOn, answer } = found;
    return { id, state, receivedAt, dueOn, answer: answer?.words ?? null };
  }

  async list(
    who: Actor,
    { state, publication, limit, after }: z.infer<typeof feedbackQuery>,
  ): Promise<{ items: readonly FeedbackView[]; cursor?: string }> {
    permit(who, feedbackPermissions, 'read', 'Feedback');
    const [where, order] =
      publication !== undefined
        ? [{ publication }, { receivedAt: 'desc' as const }]
        : state !== undefined
          ? [{ state }, { dueOn: 'asc' as const }]
          : [{ receivedAt: { gt: '' } }, { receivedAt: 'desc' as const }];
    const page = await this.store.docs.find(where, {
      order,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return {
      items: page.items.map((doc) => viewOf(who, doc)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  /** @throws ProblemError 403 · 404 · 409 */
  async take(who: Actor, id: string, step: z.infer<typeof feedbackStep>): Promise<FeedbackView> {
    permit(who, feedbackPermissions, 'handle', 'Feedback');
    return viewOf(
      who,
      await this.store.change(id, step.version, (doc) => {
        const objection = feedbackObjection(step.type, doc.state);
        if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
        const change =
          step.type === 'accept'
            ? { state: 'accepted' as const, handler: who.name }
            : {
                state: step.type === 'answer' ? ('answered' as const) : ('declined' as const),
                handler: who.name,
                dueOn: null,
                answer: { words: step.words, by: who.name, at: this.at.clock().toISOString() },
              };
        return {
          next: { ...factsIn(doc), ...change },
          fact: this.fact(who, id, step.version + 1, step.type),
        };
      }),
    );
  }

  private dueOn(kind: string, now: Date): string {
    return this.at.calendar.addWorkingDays(dateInChina(now), kindOf(kind)?.workingDays ?? 15);
  }

  private fact(by: Doer, key: string, revision: number, act: string): Deed {
    return deedOf({ kind: 'feedback', key, revision, act, by, at: this.at.clock() });
  }
}

function viewOf(who: Person, doc: FeedbackDoc): FeedbackView {
  const { _id: id, codeHash: _code, ...facts } = factsIn(doc);
  return {
    ...facts,
    id,
    version: doc.revision,
    kindTitle: kindOf(doc.kind)?.title ?? doc.kind,
    stateTitle: feedbackStates[doc.state],
    steps: feedbackSteps(who, doc.state),
  };
}
