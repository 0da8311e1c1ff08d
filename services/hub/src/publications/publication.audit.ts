import { deedOf, theSystem } from '../trail/audit.deed.ts';
import type { AuditFact } from '../trail/audit.fact.ts';
import type { PublicationEvent } from './publication.events.ts';
import { newest, type Publication } from './publication.ts';

/** Why it was done, as far as a reason was asked for. */
function reasonOf(event: PublicationEvent): string | undefined {
  if (event.type === 'editionSubmitted' && event.leftOut !== undefined && event.leftOut.length > 0)
    return event.leftOut
      .map(({ channel, article, reason }) => `未选 ${channel}（${article}）：${reason}`)
      .join('；');
  return 'reason' in event ? event.reason : undefined;
}

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
      reason: reasonOf(event),
    }),
    before: before === null ? null : newest(before).contentHash,
    after: newest(after).contentHash,
  }));
}
