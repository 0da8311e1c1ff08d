import {
  audience,
  type EditionColumn,
  editionReleasedV1,
  organisationCode,
  publicationWithdrawnV1,
  releaseSubject,
  type EditionContent,
  type KnownPosting,
  type Lane,
} from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import { channelsReached, type EditionRecord, type Ending, type Publication } from '../publication.ts';
import { editionOf, pageOf } from './edition.ts';

/**
 * How long after its release a delivery may still begin (ms). An urgent notice that is a day old is no longer
 * urgent.
 */
const patienceMs: Readonly<Record<Lane, number>> = { normal: 7 * 86_400_000, urgent: 86_400_000 };

export interface Telling {
  readonly siteUrl: string;
  /** What the ledger knows to stand; null where nothing can, or the ledger could not be asked. */
  readonly standing: readonly KnownPosting[] | null;
  readonly traceparent: string | undefined;
  /** Of a release: where it stands on the portal; null where nobody knows. */
  readonly column?: EditionColumn | null;
  /**
   * 0 for the first time; each time it is told again has an id of its own, because the broker drops repeats
   * of an id.
   */
  readonly again: number;
}

const eventId = (publication: string, edition: number, what: string, again: number): string =>
  `${publication}:${edition}:${what}${again === 0 ? '' : `:again-${again}`}`;

/** The one event that seven channels act on; carries all they need. The record must be released. */
export function editionReleased(
  publication: Publication,
  record: EditionRecord,
  content: EditionContent,
  telling: Telling,
): OutboxEntry {
  const { lane } = record;
  const releasedAt = record.releasedAt ?? publication.updatedAt;
  const envelope = editionReleasedV1.create({
    id: eventId(publication.id, record.edition, 'released', telling.again),
    source: '/hub',
    subject: publication.id,
    time: releasedAt,
    traceparent: telling.traceparent,
    data: {
      lane,
      releasedAt,
      edition: editionOf(telling.siteUrl, publication.id, record, content, telling.column),
      channels: record.channels.map((id) => {
        const renditionHash = record.renditions[id];
        return { id, ...(renditionHash === undefined ? {} : { renditionHash }) };
      }),
      audience: audience.parse(record.audience),
      ...ownerOf(publication),
      ...standingIn(telling),
      deadline: new Date(Date.parse(releasedAt) + patienceMs[lane]).toISOString(),
      ...validityOf(record),
    },
  });
  return { subject: releaseSubject(lane), envelope };
}

/** A body whose code is of another form than the contract's cannot be named to channels. */
function ownerOf({ organisation }: Publication): { owner?: string } {
  const owner = organisationCode.safeParse(organisation);
  return owner.success ? { owner: owner.data } : {};
}

/** A channel that could not act for a while must know by itself that the words are no longer valid. */
const validityOf = ({ schedule }: EditionRecord): { expiresAt?: string } =>
  schedule.expiresAt === null ? {} : { expiresAt: new Date(schedule.expiresAt).toISOString() };

const standingIn = ({ standing }: Telling): { standing?: KnownPosting[] } =>
  standing === null ? {} : { standing: [...standing] };

/** Addressed to every channel that was ever sent an edition, always in the urgent lane. */
export function publicationEnded(
  publication: Publication,
  edition: number,
  ending: Ending,
  telling: Telling,
): OutboxEntry {
  const title =
    publication.editions.find((e) => e.edition === edition)?.title ?? publication.editions[0].title;
  const envelope = publicationWithdrawnV1.create({
    id: eventId(publication.id, edition, 'withdrawn', telling.again),
    source: '/hub',
    subject: publication.id,
    time: ending.at,
    traceparent: telling.traceparent,
    data: {
      lane: 'urgent',
      publication: publication.id,
      edition,
      title,
      act: ending.act,
      reason: ending.reason,
      withdrawnAt: ending.at,
      links: {
        page: pageOf(telling.siteUrl, publication.id),
        ...(ending.successor === undefined ? {} : { successor: pageOf(telling.siteUrl, ending.successor) }),
      },
      channels: channelsReached(publication).map((id) => ({ id })),
      ...standingIn(telling),
    },
  });
  return { subject: releaseSubject('urgent'), envelope };
}
