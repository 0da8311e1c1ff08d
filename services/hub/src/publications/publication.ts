import type { Frozen } from '@towncrier/storage';
import type { z } from 'zod';
import type { editionRecord, ending, publicationFacts, publicationState } from './publication.record.ts';

export type PublicationState = z.infer<typeof publicationState>;
export type EditionRecord = Frozen<z.infer<typeof editionRecord>>;
export type Ending = Frozen<z.infer<typeof ending>>;
export type EndingAct = Ending['act'];

/** What does not stop what is urgent: channels that cannot carry it, and what the checks would have said. */
export interface Passed {
  readonly notCarried?: EditionRecord['notCarried'] | undefined;
  readonly remarks?: NonNullable<EditionRecord['urgentRequest']>['remarks'] | undefined;
}

/** The editorial truth about one notice. */
export type Publication = Frozen<z.infer<typeof publicationFacts>> & { readonly id: string };

const ended: Readonly<Record<EndingAct, PublicationState>> = {
  withdraw: 'withdrawn',
  expire: 'expired',
  repeal: 'repealed',
  lift: 'lifted',
};

export const newest = (publication: Publication): EditionRecord =>
  publication.editions.at(-1) ?? publication.editions[0];

/** The state of the newest edition, or how the publication ended; `inForce` tells what the public sees. */
export function stateOf(publication: Publication): PublicationState {
  if (publication.archivedAt !== null) return 'archived';
  return publication.ending === null ? newest(publication).state : ended[publication.ending.act];
}

/** The edition before the newest one that went out last. */
export const lastReleased = (publication: Publication): EditionRecord | null =>
  publication.editions.slice(0, -1).findLast((e) => e.state === 'released') ?? null;

export const inForceOf = (publication: Publication): EditionRecord | null =>
  publication.editions.find((e) => e.edition === publication.inForce) ?? null;

/**
 * Every channel that was ever sent an edition, in order of first appearance: all of them show something, or
 * did.
 */
export function channelsReached(publication: Publication): readonly string[] {
  return [...new Set(publication.editions.filter((e) => e.state === 'released').flatMap((e) => e.channels))];
}

/** The instant (ISO 8601) at which something happens by itself, or null. */
export function wakeAt(publication: Publication): string | null {
  if (publication.ending !== null) return null;
  const current = newest(publication);
  const due = [
    current.state === 'scheduled' ? current.schedule.publishAt : null,
    inForceOf(publication)?.schedule.expiresAt ?? null,
  ];
  return (
    due
      .filter((at) => at !== null)
      .map((at) => new Date(at).toISOString())
      .sort()[0] ?? null
  );
}
