import { minuteInChina } from '@towncrier/content';
import type { EditionRecord, Ending, Publication } from '../../publications/publication.ts';
import { severityNamed, type CapMessage, type CapName } from './cap.message.ts';

type Released = EditionRecord & { readonly releasedAt: string };
const isReleased = (e: EditionRecord): e is Released => e.releasedAt !== null;
const rfc3339 = (instant: string): string => `${minuteInChina(new Date(instant)).replace(' ', 'T')}:00+08:00`;

/**
 * The house's own warning as CAP 1.2: the first release is an Alert, each later one an Update and its end a
 * Cancel, both of which refer to everything before. Null for what was never released, is no warning, or was
 * relayed and has a message of its own.
 */
export function issuedCap(publication: Publication, sender: string): CapMessage | null {
  const released = publication.editions.filter(isReleased);
  const last = released.at(-1);
  if (last === undefined || last.matter.type !== 'warning' || last.relayed !== null) return null;
  const { ending } = publication;
  const named = (e: Released): CapName => ({
    sender,
    identifier: `${publication.id}.${e.edition}`,
    sent: rfc3339(e.releasedAt),
  });
  const before = (ending === null ? released.slice(0, -1) : released).map(named);
  const own =
    ending === null
      ? named(last)
      : { sender, identifier: `${publication.id}.${last.edition}.end`, sent: rfc3339(ending.at) };
  return {
    ...own,
    msgType: ending !== null ? 'Cancel' : before.length > 0 ? 'Update' : 'Alert',
    references: before,
    ...saidIn(last, ending),
  };
}

/** What the warning tells, in the words of its fields, or of its end. */
function saidIn(
  last: Released,
  ending: Ending | null,
): Omit<CapMessage, keyof CapName | 'msgType' | 'references'> {
  const said = (key: string): string => {
    const value = last.matter.fields[key];
    return typeof value === 'string' ? value : '';
  };
  const info = {
    event: said('category'),
    category: 'Other',
    urgency: 'Unknown',
    severity: severityNamed(said('level')),
    certainty: 'Unknown',
    onset: null,
    expires: last.schedule.expiresAt === null ? null : rfc3339(last.schedule.expiresAt),
    senderName: said('issuer'),
    headline: last.title,
    description: ending === null ? said('matters') : ending.reason,
    instruction: ending === null ? said('measures') : '',
    contact: said('phone'),
    areas: [said('area')],
  };
  return { status: last.drill ? 'Exercise' : 'Actual', scope: 'Public', note: '', infos: [info] };
}
