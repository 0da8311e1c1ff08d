import type { Collection } from '@towncrier/storage';
import type { HubParts } from '../compose.ts';
import type { PublicationDoc } from '../publications/publication.document.ts';
import type { WorkingDays } from '../requests/request.clock.ts';
import { feedbackDocs } from './feedback.documents.ts';
import { FeedbackService } from './feedback.service.ts';

export async function composeFeedback({ store, clock, random }: HubParts, publications: Collection<PublicationDoc>, calendar: WorkingDays): Promise<FeedbackService> {
  const editionSeen = async (id: string): Promise<number | null> => (await publications.get(id))?.editions.findLast((e) => e.state === 'released')?.edition ?? null;
  return new FeedbackService(await store.collection(feedbackDocs), { clock, random, calendar, editionSeen });
}
