import type { Rendered } from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import { currentTraceparent } from '@towncrier/telemetry';
import { ChannelDirectory } from '../channels/channel.directory.ts';
import { ProblemError } from '../errors/problem.ts';
import { permit as permitBy } from '../people/permissions.ts';
import type { Person } from '../people/person.ts';
import { editionReleased, publicationWithdrawn } from '../releases/release.events.ts';
import { DraftDesk } from './draft.desk.ts';
import { publicationPermissions } from './publication.permissions.ts';
import { decide, type Command, type Decision } from './publication.decide.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { publicationIdFrom } from './publication.id.ts';
import type { CorrectRequest, CreateRequest, EditRequest } from './publication.requests.ts';
import { newest, type Publication, type PublicationEvent } from './publication.ts';
import { summaryOf, viewOf, type PublicationSummary, type PublicationView } from './publication.view.ts';
import { eventsOf, PublicationsStore } from './publications.store.ts';
import type { Clock, Random } from '../ports.ts';

export interface Surroundings { readonly clock: Clock; readonly random: Random; readonly siteUrl: string }

/** Loads, decides, saves. Every change names the version that was seen; nothing is retried over a person's head. */
export class PublicationsService {
  constructor(
    private readonly store: PublicationsStore,
    private readonly drafts: DraftDesk,
    private readonly directory: ChannelDirectory,
    private readonly at: Surroundings,
  ) {}

  async create(who: Person, request: CreateRequest): Promise<PublicationView> {
    permit(who, 'createPublication');
    const channels = request.channels === undefined ? (await this.directory.list()).map((c) => c.id) : await this.directory.expect(request.channels);
    const draft = await this.drafts.take(request);
    for (;;) {
      const id = publicationIdFrom(this.at.random(8));
      const doc = await this.store.create(decide({ type: 'createPublication', id, lane: request.lane ?? 'normal', channels, draft, ...this.given(who) }, null));
      if (doc !== null) return this.view(doc);
    }
  }

  async edit(who: Person, id: string, request: EditRequest): Promise<PublicationView> {
    permit(who, 'editDraft');
    const seen = newest(publicationOf(await this.store.at(id, request.version)));
    const draft = await this.drafts.take(request);
    const channels = await this.wanted(request.channels, seen.channels);
    return this.change(who, id, request.version, { type: 'editDraft', lane: request.lane ?? seen.lane, channels, draft, ...this.given(who) });
  }

  /** Asks every channel first: one that cannot carry the edition stops it here, one that does not answer is noted. */
  async submit(who: Person, id: string, version: number): Promise<PublicationView> {
    permit(who, 'submitEdition');
    const seen = publicationOf(await this.store.at(id, version));
    const command = { type: 'submitEdition', renditions: {}, unchecked: [], ...this.given(who) } as const;
    eventsOf(decide(command, seen));
    const answers = await this.drafts.renditions(seen, newest(seen).channels);
    const problems = answers.flatMap((a) => (a.answered ? a.rendered.problems : []));
    if (problems.length > 0) {
      const names = [...new Set(problems.map((p) => p.channel))].join('、');
      throw new ProblemError(422, 'channel-problems', `这些渠道无法承载本稿：${names}；请按 problems 逐项修改，或在稿件中去掉该渠道`, { problems });
    }
    const renditions = Object.fromEntries(answers.flatMap(({ rendered }) => (rendered.hash === undefined ? [] : [[rendered.channel, rendered.hash]])));
    const unchecked = answers.filter((a) => !a.answered).map((a) => a.rendered.channel);
    return this.change(who, id, version, { ...command, renditions, unchecked });
  }

  approve(who: Person, id: string, version: number, contentHash: string): Promise<PublicationView> {
    return this.change(who, id, version, { type: 'approveEdition', contentHash, ...this.given(who) });
  }

  return(who: Person, id: string, version: number, reason: string): Promise<PublicationView> {
    return this.change(who, id, version, { type: 'returnEdition', reason, ...this.given(who) });
  }

  publish(who: Person, id: string, version: number): Promise<PublicationView> {
    return this.change(who, id, version, { type: 'publishEdition', ...this.given(who) });
  }

  async correct(who: Person, id: string, request: CorrectRequest): Promise<PublicationView> {
    permit(who, 'correctPublication');
    const seen = newest(publicationOf(await this.store.at(id, request.version)));
    const draft = await this.drafts.take(request);
    return this.change(who, id, request.version, { type: 'correctPublication', reason: request.reason, lane: request.lane ?? seen.lane, draft, ...this.given(who) });
  }

  withdraw(who: Person, id: string, version: number, reason: string): Promise<PublicationView> {
    return this.change(who, id, version, { type: 'withdrawPublication', reason, ...this.given(who) });
  }

  async get(id: string): Promise<PublicationView> { return this.view(await this.store.get(id)); }

  async list(state: PublicationDoc['state'] | undefined, limit: number, after: string | undefined): Promise<{ items: readonly PublicationSummary[]; cursor?: string }> {
    const page = await this.store.list(state, limit, after);
    return { items: page.items.map((doc) => summaryOf(this.at.siteUrl, doc)), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  }

  async renditions(id: string): Promise<readonly Rendered[]> {
    const publication = publicationOf(await this.store.get(id));
    return (await this.drafts.renditions(publication, newest(publication).channels)).map((a) => a.rendered);
  }

  private async change(who: Person, id: string, version: number, command: Command): Promise<PublicationView> {
    const doc = await this.store.change(id, version, (state) => permitted(who, command, decide(command, state)), (events, before) => this.letOut(events, before));
    return this.view(doc);
  }

  /** What goes out into the world; the trace of this request goes with it. */
  private async letOut(events: readonly PublicationEvent[], before: Publication): Promise<readonly OutboxEntry[]> {
    const telling = { siteUrl: this.at.siteUrl, traceparent: currentTraceparent(), again: 0 };
    const entries = events.map(async (event): Promise<OutboxEntry[]> => {
      if (event.type === 'editionReleased') {
        const record = { ...newest(before), releasedAt: event.at };
        return [editionReleased(before, record, await this.drafts.content(record.contentHash), telling)];
      }
      return event.type === 'publicationWithdrawn' ? [publicationWithdrawn(before, event.edition, event, telling)] : [];
    });
    return (await Promise.all(entries)).flat();
  }

  private async wanted(asked: readonly string[] | undefined, current: readonly string[]): Promise<readonly string[]> {
    if (asked !== undefined) return this.directory.expect(asked);
    return current.length > 0 ? current : (await this.directory.list()).map((c) => c.id);
  }

  private async view(doc: PublicationDoc): Promise<PublicationView> {
    return viewOf(this.at.siteUrl, doc, await Promise.all(doc.editions.map((e) => this.drafts.content(e.contentHash))));
  }

  private given(who: Person): { by: string; at: string } { return { by: who.name, at: this.at.clock().toISOString() }; }
}

function permit(who: Person, act: Command['type']): void { permitBy(who, publicationPermissions, act, 'Publication'); }

/** Four eyes comes before roles: the author of a piece is told why, whatever else they may do. */
function permitted(who: Person, command: Command, decision: Decision): Decision {
  const ownWork = decision.kind === 'refused' && decision.code === 'four-eyes';
  if (!ownWork) permit(who, command.type);
  return decision;
}
