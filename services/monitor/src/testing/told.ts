import {
  deliveryAttemptedV1,
  deliveryId,
  deliverySettledV1,
  editionReleasedV1,
  publicationWithdrawnV1,
  type DeliveryAttempted,
  type DeliverySettled,
} from '@towncrier/contracts';
import type { LedgerEvent } from '../ledger/ledger.ts';

const releasedAt = '2026-11-23T08:00:00.000Z';
const later = (seconds: number): string => new Date(Date.parse(releasedAt) + seconds * 1000).toISOString();

interface Release {
  readonly title?: string;
  readonly owner?: string;
  readonly number?: string;
  readonly at?: string;
}

/** What the monitor hears of one publication; a test says what matters to it. */
export function released(
  publication: string,
  edition: number,
  channels: readonly string[],
  { title = '停水通知', owner, number, at = later(edition * 100) }: Release = {},
): LedgerEvent {
  return editionReleasedV1.create({
    id: `${publication}:${edition}:released`,
    source: '/hub',
    subject: publication,
    time: at,
    data: {
      lane: 'normal',
      edition: {
        publication,
        edition,
        content: {
          schemaVersion: 1,
          title,
          header: { issuer: '开远市水务局', ...(number === undefined ? {} : { documentNumber: number }) },
          body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: title }] }] },
          media: [],
        },
        contentHash: 'a'.repeat(64),
        links: { page: `https://www.example.gov.cn/n/${publication}.html` },
      } as never,
      channels: channels.map((id) => ({ id })),
      ...(owner === undefined ? {} : { owner }),
      releasedAt: at,
      deadline: later(86_400),
    },
  });
}

export const withdrawn = (publication: string, edition: number, channels: readonly string[]): LedgerEvent =>
  publicationWithdrawnV1.create({
    id: `${publication}:withdrawn`,
    source: '/hub',
    subject: publication,
    time: later(900),
    data: {
      lane: 'urgent',
      publication,
      edition,
      title: '停水通知',
      reason: '检修取消',
      links: { page: `https://www.example.gov.cn/n/${publication}.html` },
      channels: channels.map((id) => ({ id })),
      withdrawnAt: later(900),
    },
  });

const facts = (publication: string, edition: number, channel: string) => ({
  delivery: deliveryId(publication, edition, channel, 'publish'),
  publication,
  edition,
  channel,
  operation: 'publish' as const,
  lane: 'normal' as const,
  title: '停水通知',
  releasedAt: later(edition * 100),
});

export function attempted(
  publication: string,
  edition: number,
  channel: string,
  more: Partial<DeliveryAttempted> = {},
): LedgerEvent {
  const at = later(edition * 100 + 10);
  const data = {
    ...facts(publication, edition, channel),
    attempt: 1,
    verb: 'publish' as const,
    startedAt: at,
    endedAt: later(edition * 100 + 11),
    outcome: 'done' as const,
    words: '对方已接受',
    ...more,
  };
  return deliveryAttemptedV1.create({
    id: `${data.delivery}:attempt:${data.verb}:${data.endedAt}`,
    source: `/channel-${channel}`,
    subject: data.delivery,
    time: data.endedAt,
    data,
  });
}

export function settled(
  publication: string,
  edition: number,
  channel: string,
  outcome: DeliverySettled['outcome'],
): LedgerEvent {
  const at = later(edition * 100 + 20);
  const data = { ...facts(publication, edition, channel), outcome, evidence: {}, settledAt: at };
  return deliverySettledV1.create({
    id: `${data.delivery}:settled:1`,
    source: `/channel-${channel}`,
    subject: data.delivery,
    time: at,
    data,
  });
}
