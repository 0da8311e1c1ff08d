import { deedOf, theSystem } from '../trail/audit.deed.ts';
import type { AuditFact } from '../trail/audit.fact.ts';
import type { PublicationEvent } from './publication.events.ts';
import { newest, type Publication } from './publication.ts';

/**
 * The audit lines of a change. The id counts revisions, so that the same change is one line however often it
 * is relayed.
 */
export function factsOf(
  events: readonly PublicationEvent[],
  before: Publication | null,
  after: Publication,
  from: string,
): readonly AuditFact[] {
  const first = after.revision - events.length + 1;
  return events.map((event, n) => ({
    ...deedOf({
      kind: 'publication',
      key: after.id,
      revision: first + n,
      act: event.type,
      by: event.by === theSystem.name ? theSystem : { name: event.by, from },
      at: new Date(event.at),
      reason: 'reason' in event ? event.reason : undefined,
    }),
    before: before === null ? null : newest(before).contentHash,
    after: newest(after).contentHash,
  }));
}
