import type { Collection } from '@towncrier/storage';
import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import type { WorkingDays } from '../requests/request.clock.ts';
import { feedbackDocs } from './feedback.documents.ts';
import { FeedbackService, noFeedback } from './feedback.service.ts';

export async function composeFeedback(
  { store, clock, random }: HubParts,
  audit: Audit,
  publications: Collection<PublicationDoc>,
  calendar: WorkingDays,
): Promise<FeedbackService> {
  const editionSeen = async (id: string): Promise<number | null> =>
    (await publications.get(id))?.editions.findLast((e) => e.state === 'released')?.edition ?? null;
  const docs = await store.collection(feedbackDocs);
  return new FeedbackService(new AuditedStore(docs, audit.follow(docs), noFeedback), {
    clock,
    random,
    calendar,
    editionSeen,
  });
}
