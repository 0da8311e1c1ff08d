import { createHash } from 'node:crypto';
import {
  editionReleasedV1,
  deliveryId,
  publicationWithdrawnV1,
  retryRequestedV1,
  type Audience,
  type Block,
  type Edition,
  type EditionReleased,
  type EndingAct,
  type Envelope,
  type IllustratedEdition,
  type KnownPosting,
  type Operation,
  type PublicationWithdrawn,
  type RetryRequested,
} from '@towncrier/contracts';

/** Editions for tests: a short water notice by default. */

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });

export function sampleContent(
  over: Partial<IllustratedEdition['content']> = {},
): IllustratedEdition['content'] {
  return {
    schemaVersion: 1,
    title: '关于灵泉东路停水检修的通知',
    header: { issuer: '开远市水务局', publishedOn: '2026-11-23', validity: '有效' },
    body: {
      type: 'doc',
      content: [
        paragraph('因供水管网检修，2026年11月25日8时至18时，灵泉东路沿线停水，请居民提前储水。'),
        { type: 'contact', attrs: { name: '开远市水务局', phone: '0873-7123456' } },
      ],
    },
    media: [],
    ...over,
  };
}

export function sampleEdition(
  over: {
    publication?: string;
    edition?: number;
    content?: Partial<IllustratedEdition['content']>;
    corrects?: Edition['corrects'];
  } = {},
): IllustratedEdition {
  const publication = over.publication ?? '7K3QZP4M';
  const content = sampleContent(over.content);
  return {
    publication,
    edition: over.edition ?? 1,
    contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    content,
    links: { page: `http://127.0.0.1:8737/n/${publication}.html` },
    ...(over.corrects === undefined ? {} : { corrects: over.corrects }),
  };
}

/** How an edition is released; for everywhere, of nobody known, unless it is said. */
export interface HowReleased {
  readonly deadline?: string;
  readonly expiresAt?: string;
  readonly lane?: 'urgent' | 'normal';
  readonly renditionHash?: string;
  readonly audience?: Audience;
  readonly owner?: string;
}

export function releasedEvent(
  edition: Edition,
  channel: string,
  at: { readonly now: string; readonly deadline: string } & HowReleased,
): Envelope<EditionReleased> {
  return editionReleasedV1.create({
    id: `${edition.publication}:${edition.edition}:released`,
    source: '/hub',
    subject: edition.publication,
    time: at.now,
    data: {
      lane: at.lane ?? 'normal',
      edition,
      releasedAt: at.now,
      deadline: at.deadline,
      ...(at.expiresAt === undefined ? {} : { expiresAt: at.expiresAt }),
      ...(at.audience === undefined ? {} : { audience: at.audience }),
      ...(at.owner === undefined ? {} : { owner: at.owner }),
      channels: [
        { id: channel, ...(at.renditionHash === undefined ? {} : { renditionHash: at.renditionHash }) },
      ],
    },
  });
}

export function withdrawnEvent(
  edition: Edition,
  channel: string,
  at: { now: string; reason?: string; act?: EndingAct; standing?: readonly KnownPosting[] },
): Envelope<PublicationWithdrawn> {
  return publicationWithdrawnV1.create({
    id: `${edition.publication}:${edition.edition}:withdrawn`,
    source: '/hub',
    subject: edition.publication,
    time: at.now,
    data: {
      lane: 'urgent',
      publication: edition.publication,
      edition: edition.edition,
      title: edition.content.title,
      reason: at.reason ?? '检修时间有变',
      ...(at.act === undefined ? {} : { act: at.act }),
      links: edition.links,
      channels: [{ id: channel }],
      standing: [...(at.standing ?? [])],
      withdrawnAt: at.now,
    },
  });
}

export function retryEvent(
  { publication, edition }: Edition,
  channel: string,
  operation: Operation,
): Envelope<RetryRequested> {
  return retryRequestedV1.create({
    id: `${publication}:${edition}:retry`,
    source: '/hub',
    subject: publication,
    time: new Date().toISOString(),
    data: {
      publication,
      edition,
      channel,
      operation,
      delivery: deliveryId(publication, edition, channel, operation),
      by: '测试',
      at: new Date().toISOString(),
    },
  });
}
