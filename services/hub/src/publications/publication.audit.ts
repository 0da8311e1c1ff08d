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
    id: `publication/${after.id}@${first + n}`,
    at: event.at,
    who: event.by,
    from: event.by === 'system' ? 'internal' : from,
    act: `publication.${event.type}`,
    about: `publication/${after.id}`,
    before: before === null ? null : newest(before).contentHash,
    after: newest(after).contentHash,
    ...('reason' in event ? { reason: event.reason } : {}),
  }));
}
