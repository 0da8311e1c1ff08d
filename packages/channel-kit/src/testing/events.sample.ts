import { readFileSync } from 'node:fs';
import {
  editionReleasedV1,
  publicationWithdrawnV1,
  retryRequestedV1,
  type EditionReleased,
  type Envelope,
  type PublicationWithdrawn,
  type RetryRequested,
} from '@towncrier/contracts';

/** Events as the hub sends them, made out of the curated examples of the contracts. */

const example = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../contracts/examples/${path}`, import.meta.url), 'utf8'));
const minimal = editionReleasedV1.schema.parse(example('edition-released.v1/minimal.json'));

export const publication = minimal.data.edition.publication;
const head = { source: '/hub', subject: publication, time: minimal.time };

export function released(over: Partial<EditionReleased> = {}, edition = 1): Envelope<EditionReleased> {
  const data = { ...minimal.data, edition: { ...minimal.data.edition, edition }, ...over };
  return editionReleasedV1.create({ ...head, id: `${publication}:${edition}:released`, data });
}

export function withdrawn(over: Partial<PublicationWithdrawn> = {}): Envelope<PublicationWithdrawn> {
  const { title } = minimal.data.edition.content;
  return publicationWithdrawnV1.create({
    ...head,
    id: `${publication}:1:withdrawn`,
    data: {
      lane: 'urgent',
      publication,
      edition: 1,
      title,
      reason: '检修取消',
      links: minimal.data.edition.links,
      channels: minimal.data.channels,
      withdrawnAt: minimal.time,
      ...over,
    },
  });
}

export function retryOf(delivery: string): Envelope<RetryRequested> {
  const [, edition, channel] = delivery.split(':');
  return retryRequestedV1.create({
    ...head,
    id: `${delivery}:retry`,
    data: {
      delivery,
      publication,
      edition: Number(edition),
      channel: channel ?? '',
      operation: 'publish',
      by: 'operator',
      at: minimal.time,
    },
  });
}
