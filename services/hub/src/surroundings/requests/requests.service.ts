import type { ChinaCalendar } from '@towncrier/calendar';
import { dateInChina, hashText } from '@towncrier/content';
import { sameSecret } from '@towncrier/secrets';
import { deedOf, lookOf, thePublic, theSystem, type Doer } from '../../trail/audit.deed.ts';
import type { AuditTrail, Deed } from '../../trail/audit.fact.ts';
import { AuditedStore, factsIn } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Actor, Person } from '../../access/person.ts';
import { may, permit } from '../../access/permissions.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import type { WorkingDays } from '../../ports/working-days.ts';
import { publicationIdFrom } from '../../publications/publication.id.ts';
import { answerDueOn } from './request.clock.ts';
import { decideRequest } from './request.decide.ts';
import { letterOf, lettersOf, type Letter, type LetterKind } from './request.letter.ts';
import { requestStates, type DisclosureRequest } from './request.ts';
import type { RequestDoc } from './requests.documents.ts';
import type { FileRequest, RequestStep } from './requests.requests.ts';
import { requestPermissions } from './requests.permissions.ts';
import { requestSteps } from './request.steps.ts';
import { requestViewOf, statusOf, type RequestStatus, type RequestView } from './requests.view.ts';

export interface RequestSurroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: WorkingDays & Pick<ChinaCalendar, 'knows'>;
  readonly trail: AuditTrail;
  readonly house: string;
  /** The name of a body by its code. */
  readonly nameOf: (organisation: string) => Promise<string | null>;
}

export interface DueRequest {
  readonly id: string;
  readonly organisation: string;
  readonly dueOn: string;
  readonly stateTitle: string;
}

export const noRequest = '没有这件申请，或查询码不正确；请核对回执上的编号和查询码';

/** Requests for information that is not public, from filing to the archive. */
export class RequestsService {
  constructor(
    private readonly store: AuditedStore<RequestDoc>,
    private readonly at: RequestSurroundings,
  ) {}

  /** By anybody. The code is told once and kept nowhere. */
  async file(request: FileRequest, from: string): Promise<{ id: string; code: string }> {
    return this.insert(request, 'online', this.today(), thePublic(from));
  }

  /** What came on paper or at the counter. @throws ProblemError 403 */
  async register(
    who: Actor,
    request: FileRequest,
    mode: DisclosureRequest['mode'],
    submittedOn: string,
  ): Promise<{ id: string; code: string }> {
    permit(who, requestPermissions, 'register', 'DisclosureRequest');
    if (submittedOn > this.today()) throw new ProblemError(422, 'bad-date', '提交日期不能晚于今天；请核对');
    return this.insert(request, mode, submittedOn, who);
  }

  /** @throws ProblemError 404 also for a wrong code */
  async status(id: string, code: string): Promise<RequestStatus> {
    const found = await this.store.get(id);
    if (!sameSecret(hashText(code), found.codeHash)) throw new ProblemError(404, 'not-found', noRequest);
    return statusOf(found);
  }

  /** Names and contacts of citizens: every look is audited. @throws ProblemError 403 · 404 */
  async get(who: Actor, id: string): Promise<RequestView> {
    permit(who, requestPermissions, 'read', 'DisclosureRequest');
    const found = await this.store.get(id);
    await this.looked(who, `request/${id}`);
    return this.view(who, found);
  }

  /**
   * A letter about it, as it is printed; the first that it can have where none is named.
   * @throws ProblemError 403 · 404 · 409 for a letter it cannot have
   */
  async letter(who: Actor, id: string, kind: LetterKind | undefined): Promise<Letter> {
    const { organisation } = await this.get(who, id);
    const doc = await this.store.get(id);
    const request = { ...doc, id };
    const issuer = (await this.at.nameOf(organisation)) ?? organisation;
    const wanted = kind ?? lettersOf(request)[0] ?? 'provided';
    const made = letterOf(wanted, request, { issuer, today: this.today(), dueOn: doc.dueOn });
    if (made === null)
      throw new ProblemError(409, 'no-letter', '这件申请目前没有这种文书；请先办理相应的步骤，再打印');
    return made;
  }

  async list(
    who: Actor,
    state: DisclosureRequest['state'] | undefined,
    limit: number,
    after: string | undefined,
  ): Promise<{ items: readonly RequestView[]; cursor?: string }> {
    permit(who, requestPermissions, 'read', 'DisclosureRequest');
    const page = await this.store.docs.find(state === undefined ? { updatedAt: { gt: '' } } : { state }, {
      order: state === undefined ? { updatedAt: 'desc' } : { dueOn: 'asc' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
    await this.looked(who, 'request/list');
    return {
      items: page.items.map((doc) => this.view(who, doc)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  /** What is to be answered between two days, without anything about who asks; nothing for who may not read it. */
  async dueBetween(who: Person, from: string, to: string): Promise<readonly DueRequest[]> {
    if (!may(who, requestPermissions, 'read', 'DisclosureRequest')) return [];
    const { items } = await this.store.docs.find(
      { dueOn: { gte: from, lte: to } },
      { order: { dueOn: 'asc' }, limit: 1000 },
    );
    return items.flatMap(({ _id: id, organisation, dueOn, state }) =>
      dueOn === null ? [] : [{ id, organisation, dueOn, stateTitle: requestStates[state] }],
    );
  }

  /** One step of the office. @throws ProblemError 403 · 404 · 409 */
  async take(who: Actor, id: string, { version, ...command }: RequestStep): Promise<RequestView> {
    permit(who, requestPermissions, 'handle', 'DisclosureRequest');
    return this.view(
      who,
      await this.store.change(id, version, (doc) => {
        const { calendar } = this.at;
        const decision = decideRequest(command, { ...doc, id }, { by: who.name, on: this.today() }, calendar);
        if (decision.kind === 'refused') throw new ProblemError(409, decision.code, decision.words);
        const { id: _id, ...next } = decision.next;
        const closed = next.state === 'answered' || next.state === 'archived';
        return {
          next: {
            ...factsIn({ ...doc, ...next }),
            dueOn: closed ? null : answerDueOn(decision.next, calendar),
            updatedAt: this.now(),
          },
          fact: this.fact(who, id, version + 1, command.type),
        };
      }),
    );
  }

  /** Deadlines from a day on, after a year became known that they reach into. */
  async reckon(from: string): Promise<void> {
    const { items } = await this.store.docs.find(
      { dueOn: { gte: from } },
      { order: { dueOn: 'asc' }, limit: 1000 },
    );
    for (const doc of items) {
      const dueOn = answerDueOn({ ...doc, id: doc._id }, this.at.calendar);
      if (dueOn === doc.dueOn) continue;
      await this.store
        .change(doc._id, doc.revision, (stored) => ({
          next: { ...factsIn(stored), dueOn },
          fact: this.fact(theSystem, doc._id, doc.revision + 1, 'reckon'),
        }))
        .catch(unlessTakenUp);
    }
  }

  private async insert(
    { organisation, applicant, wanted }: FileRequest,
    mode: DisclosureRequest['mode'],
    submittedOn: string,
    by: Doer,
  ): Promise<{ id: string; code: string }> {
    const code = Buffer.from(this.at.random(12)).toString('base64url');
    for (;;) {
      const id = publicationIdFrom(this.at.random(8));
      const facts = {
        _id: id,
        state: 'submitted' as const,
        organisation: organisation ?? this.at.house,
        applicant,
        wanted,
        mode,
        submittedOn,
        receivedOn: null,
        correction: null,
        extension: null,
        consultations: [],
        answer: null,
        codeHash: hashText(code),
        dueOn: null,
        updatedAt: this.now(),
      };
      if (await this.store.insert(facts, this.fact(by, id, 1, 'file'))) return { id, code };
    }
  }

  private view(who: Actor, doc: RequestDoc): RequestView {
    const next = requestSteps(who, { ...doc, id: doc._id }, this.today(), this.at.calendar);
    return requestViewOf(doc, next, doc.dueOn !== null && !this.at.calendar.knows(doc.dueOn));
  }

  private looked(by: Actor, about: string): Promise<void> {
    const look = { of: `read/${about}`, act: 'request.read', about, by, at: this.at.clock() };
    return this.at.trail.append([lookOf(look)]);
  }

  private fact(by: Doer, key: string, revision: number, act: string): Deed {
    return deedOf({ kind: 'request', key, revision, act, by, at: this.at.clock() });
  }

  private now(): string {
    return this.at.clock().toISOString();
  }
  private today(): string {
    return dateInChina(this.at.clock());
  }
}

/** Somebody took a step meanwhile, which worked out the deadline anew. */
function unlessTakenUp(error: unknown): void {
  if (!(error instanceof ProblemError) || error.details.code !== 'stale') throw error;
}
