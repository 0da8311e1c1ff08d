import type { ShownRendition } from './channels/shown.rendition.ts';
import type { AuditTrail } from '../trail/audit.fact.ts';
import type { Finding } from '../http/problem.ts';
import { lookOf } from '../trail/audit.deed.ts';
import type { Actor, Person } from '../access/person.ts';
import type { CountedTrail } from '../trail/counted.trail.ts';
import type { Clock } from '../ports/hub.parts.ts';
import type { AudienceDesk } from './audience.desk.ts';
import type { ReachView } from './channels/reach.view.ts';
import { ChangesDesk, type Changes } from './changes.desk.ts';
import type { Against } from './diff/comparisons.ts';
import { DraftDesk } from './draft.desk.ts';
import { PreflightDesk } from './preflight.desk.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import type { PublicationQuery } from './publication.requests.ts';
import { awaitsClearance } from './publication.review.ts';
import { newest, type Publication } from './publication.ts';
import { summaryOf, viewOf, type PublicationSummary, type PublicationView } from './publication.view.ts';
import { PublicationsStore } from './publications.store.ts';
import { mayRead, refuseUnlessRead } from './reading.rights.ts';
import { releasedFace } from './released.face.ts';
import { publicationSteps } from './steps/publication.steps.ts';

export interface ReadingDesks {
  readonly drafts: DraftDesk;
  readonly audiences: AudienceDesk;
  readonly preflight: PreflightDesk;
  readonly trail: AuditTrail;
  readonly counted: Pick<CountedTrail, 'note'>;
  readonly changes: ChangesDesk;
}

/** What is known of publications; changes nothing but the audit trail. */
export class PublicationsReader {
  constructor(
    private readonly store: PublicationsStore,
    private readonly desks: ReadingDesks,
    private readonly at: { readonly clock: Clock; readonly siteUrl: string },
  ) {}

  /**
   * Reading what may have to stay secret leaves a line in the audit.
   * @throws ProblemError 403 where nothing of it is out, and it is not theirs to read · 404
   */
  async get(who: Actor, id: string): Promise<PublicationView> {
    const doc = await this.store.get(id);
    const publication = publicationOf(doc);
    const current = newest(publication);
    if (releasedFace(doc) === null) refuseUnlessRead(who, publication);
    if (awaitsClearance(current) && mayRead(who, publication)) {
      await this.desks.trail.append([
        lookOf({
          of: `read/${id}@${doc.revision}`,
          act: 'publication.read',
          about: `publication/${id}`,
          by: who,
          at: this.at.clock(),
          after: current.contentHash,
        }),
      ]);
    }
    return this.view(doc, who);
  }

  /** For the public: null for what nobody outside has seen. @throws ProblemError 404 */
  async published(id: string): Promise<Publication | null> {
    const seen = publicationOf(await this.store.get(id));
    return seen.editions.some((e) => e.releasedAt !== null) ? seen : null;
  }

  /** Pages are filled up with what this person may read; the last cursor leads on from there. */
  async list(
    who: Person,
    query: PublicationQuery,
  ): Promise<{ items: readonly PublicationSummary[]; cursor?: string }> {
    const items: PublicationSummary[] = [];
    let { after } = query;
    do {
      const page = await this.store.list({ ...query, after, limit: query.limit - items.length });
      for (const doc of page.items) {
        const seen = faceFor(who, doc, query.q !== undefined || query.state !== undefined);
        if (seen !== null) items.push(summaryOf(this.at.siteUrl, seen));
      }
      after = page.cursor;
    } while (after !== undefined && items.length < query.limit);
    return { items, ...(after === undefined ? {} : { cursor: after }) };
  }

  /** What has this id, as this person may see it; null where nothing has, or nothing of it is theirs to read. */
  async summary(who: Person, id: string): Promise<PublicationSummary | null> {
    const doc = await this.store.find(id);
    const seen = doc === null ? null : faceFor(who, doc);
    return seen === null ? null : summaryOf(this.at.siteUrl, seen);
  }

  /** What stops the newest edition, and what is worth a look. */
  async findings(who: Actor, id: string): Promise<readonly Finding[]> {
    return this.desks.preflight.findings(await this.read(who, id, 'findings'));
  }

  /** Whom the newest edition reaches on each of its channels. */
  async reach(who: Actor, id: string): Promise<ReachView> {
    return this.desks.audiences.of(await this.read(who, id, 'reach'));
  }

  /** What is different in the newest edition. */
  async changes(who: Actor, id: string, against?: Against): Promise<Changes> {
    return this.desks.changes.of(who, await this.read(who, id, 'changes'), against);
  }

  /** The newest edition as each of its channels would show it. */
  async renditions(who: Actor, id: string): Promise<readonly ShownRendition[]> {
    const publication = await this.read(who, id, 'renditions');
    return (await this.desks.drafts.renditions(publication, 'preview')).map((a) => a.rendered);
  }

  /** The newest edition, for something that is made of it. @throws ProblemError 403 · 404 */
  private async read(who: Actor, id: string, part: string): Promise<Publication> {
    const publication = publicationOf(await this.store.get(id));
    refuseUnlessRead(who, publication);
    if (awaitsClearance(newest(publication)))
      await this.desks.counted.note({
        act: 'publication.read',
        about: `publication/${id}`,
        by: who,
        key: `${who.name} ${id} ${part}`,
        detail: { part },
      });
    return publication;
  }

  /** As this person may see it, with what they may do now. */
  async view(whole: PublicationDoc, who: Person): Promise<PublicationView> {
    const doc = faceFor(who, whole) ?? whole;
    const contents = await Promise.all(doc.editions.map((e) => this.desks.drafts.content(e.contentHash)));
    return viewOf(this.at.siteUrl, doc, {
      contents,
      steps: publicationSteps(who, publicationOf(whole), this.at.clock().toISOString()),
    });
  }
}

/**
 * All of it for whoever may read the newest edition, for everybody else what is out; null where nothing is.
 * @param byNewest it was found by what is said of the newest edition, e.g. its words
 */
function faceFor(who: Person, doc: PublicationDoc, byNewest = false): PublicationDoc | null {
  if (mayRead(who, publicationOf(doc))) return doc;
  return byNewest ? null : releasedFace(doc);
}
