import type { ShownRendition } from './channels/shown.rendition.ts';
import type { AuditTrail } from '../trail/audit.fact.ts';
import type { Finding } from '../http/problem.ts';
import { lookOf } from '../trail/audit.deed.ts';
import type { Actor, Person } from '../access/person.ts';
import type { Clock } from '../ports/hub.parts.ts';
import type { AudienceDesk } from './audience.desk.ts';
import type { ReachView } from './channels/reach.view.ts';
import { DraftDesk } from './draft.desk.ts';
import { PreflightDesk } from './preflight.desk.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import type { PublicationQuery } from './publication.requests.ts';
import { awaitsClearance } from './publication.review.ts';
import { newest, type Publication } from './publication.ts';
import { summaryOf, viewOf, type PublicationSummary, type PublicationView } from './publication.view.ts';
import { PublicationsStore } from './publications.store.ts';
import { publicationSteps } from './steps/publication.steps.ts';

export interface ReadingDesks {
  readonly drafts: DraftDesk;
  readonly audiences: AudienceDesk;
  readonly preflight: PreflightDesk;
  readonly trail: AuditTrail;
}

/** What is known of publications; changes nothing but the audit trail. */
export class PublicationsReader {
  constructor(
    private readonly store: PublicationsStore,
    private readonly desks: ReadingDesks,
    private readonly at: { readonly clock: Clock; readonly siteUrl: string },
  ) {}

  /** Reading what may have to stay secret leaves a line in the audit. @throws ProblemError 404 */
  async get(who: Actor, id: string): Promise<PublicationView> {
    const doc = await this.store.get(id);
    const current = newest(publicationOf(doc));
    if (awaitsClearance(current)) {
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

  async list(query: PublicationQuery): Promise<{ items: readonly PublicationSummary[]; cursor?: string }> {
    const page = await this.store.list(query);
    return {
      items: page.items.map((doc) => summaryOf(this.at.siteUrl, doc)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  /** What stops the newest edition, and what is worth a look. */
  async findings(id: string): Promise<readonly Finding[]> {
    return this.desks.preflight.findings(publicationOf(await this.store.get(id)));
  }

  /** Whom the newest edition reaches on each of its channels. */
  async reach(id: string): Promise<ReachView> {
    return this.desks.audiences.of(publicationOf(await this.store.get(id)));
  }

  /** The newest edition as each of its channels would show it. */
  async renditions(id: string): Promise<readonly ShownRendition[]> {
    const publication = publicationOf(await this.store.get(id));
    return (await this.desks.drafts.renditions(publication, 'preview')).map((a) => a.rendered);
  }

  /** As this person sees it, with what they may do now. */
  async view(doc: PublicationDoc, who: Person): Promise<PublicationView> {
    const contents = await Promise.all(doc.editions.map((e) => this.desks.drafts.content(e.contentHash)));
    return viewOf(this.at.siteUrl, doc, {
      contents,
      steps: publicationSteps(who, publicationOf(doc), this.at.clock().toISOString()),
    });
  }
}
