import { AuditedStore } from '../../trail/audited.store.ts';
import { feedbackDocs } from './feedback.documents.ts';
import { FeedbackService, noFeedback } from './feedback.service.ts';
import type { Floors } from '../surrounding.ts';

export async function composeFeedback({
  parts,
  audit,
  publications,
  calendar,
}: Floors): Promise<FeedbackService> {
  const { store, clock, random } = parts;
  const editionSeen = async (id: string): Promise<number | null> =>
    (await publications.docs.get(id))?.editions.findLast((e) => e.state === 'released')?.edition ?? null;
  const docs = await store.collection(feedbackDocs);
  return new FeedbackService(new AuditedStore(docs, audit.follow(docs), noFeedback), {
    clock,
    random,
    calendar,
    editionSeen,
  });
}
