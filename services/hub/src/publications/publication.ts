import type { Lane } from '@towncrier/contracts';

/** What an editor wrote, by its hash: the words themselves are kept once, in `contents`, and never change. */
export interface Draft { readonly contentHash: string; readonly title: string }

export type EditionState = 'draft' | 'submitted' | 'approved' | 'published';
export type PublicationState = EditionState | 'withdrawn';

export interface EditionRecord {
  readonly edition: number;
  readonly state: EditionState;
  readonly contentHash: string;
  readonly title: string;
  readonly lane: Lane;
  /** Where this edition goes; fixed by its submission. */
  readonly channels: readonly string[];
  /** Everyone who wrote or edited it, by name, in order of appearance. */
  readonly authors: readonly string[];
  readonly submittedBy?: string | undefined;
  readonly approvedBy?: string | undefined;
  readonly releasedAt?: string | undefined;
  /** Channel → SHA-256 of what it will send, as seen at submission; a channel that did not answer is missing. */
  readonly renditions: Readonly<Record<string, string>>;
  readonly corrects?: { readonly edition: number; readonly reason: string } | undefined;
}

export interface Withdrawal { readonly reason: string; readonly by: string; readonly at: string }

/** The editorial truth about one notice. Its state is that of the newest edition, or `withdrawn`; `inForce` tells what the public sees. */
export interface Publication {
  readonly id: string;
  /** Counts the events: what a client must name to change it. */
  readonly revision: number;
  readonly inForce: number | null;
  readonly editions: readonly [EditionRecord, ...EditionRecord[]];
  readonly withdrawal: Withdrawal | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface Told { readonly by: string; readonly at: string }

export type PublicationEvent = Told & (
  | { readonly type: 'publicationCreated'; readonly id: string; readonly lane: Lane; readonly channels: readonly string[]; readonly draft: Draft }
  | { readonly type: 'draftEdited'; readonly lane: Lane; readonly channels: readonly string[]; readonly draft: Draft }
  | { readonly type: 'editionSubmitted'; readonly renditions: Readonly<Record<string, string>>; readonly unchecked: readonly string[] }
  | { readonly type: 'editionApproved'; readonly contentHash: string }
  | { readonly type: 'editionReturned'; readonly reason: string }
  | { readonly type: 'editionReleased'; readonly edition: number }
  | { readonly type: 'correctionDrafted'; readonly reason: string; readonly corrects: number; readonly lane: Lane; readonly draft: Draft }
  | { readonly type: 'publicationWithdrawn'; readonly reason: string; readonly edition: number; readonly channels: readonly string[] }
);

export const newest = (publication: Publication): EditionRecord => publication.editions.at(-1) ?? publication.editions[0];
export const stateOf = (publication: Publication): PublicationState => (publication.withdrawal === null ? newest(publication).state : 'withdrawn');

/** Every channel that was ever sent an edition, in order of first appearance: all of them show something, or did. */
export function channelsReached(publication: Publication): readonly string[] {
  return [...new Set(publication.editions.filter((e) => e.state === 'published').flatMap((e) => e.channels))];
}

/** Applies what happened; decides nothing. `null` is the publication before its first event. */
export function evolve(state: Publication | null, event: PublicationEvent): Publication {
  if (event.type === 'publicationCreated') {
    const first: EditionRecord = {
      edition: 1, state: 'draft', contentHash: event.draft.contentHash, title: event.draft.title, lane: event.lane, channels: event.channels, authors: [event.by], renditions: {},
    };
    return { id: event.id, revision: 1, inForce: null, editions: [first], withdrawal: null, createdAt: event.at, updatedAt: event.at };
  }
  if (state === null) throw new Error(`${event.type} before publicationCreated`);
  return { ...apply(state, event), revision: state.revision + 1, updatedAt: event.at };
}

function apply(state: Publication, event: Exclude<PublicationEvent, { type: 'publicationCreated' }>): Publication {
  const current = newest(state);
  switch (event.type) {
    case 'draftEdited':
      return withNewest(state, {
        contentHash: event.draft.contentHash, title: event.draft.title, lane: event.lane, channels: event.channels,
        authors: current.authors.includes(event.by) ? current.authors : [...current.authors, event.by],
      });
    case 'editionSubmitted': return withNewest(state, { state: 'submitted', submittedBy: event.by, renditions: event.renditions });
    case 'editionApproved': return withNewest(state, { state: 'approved', approvedBy: event.by });
    case 'editionReturned': return withNewest(state, { state: 'draft', submittedBy: undefined, approvedBy: undefined, renditions: {} });
    case 'editionReleased': return { ...withNewest(state, { state: 'published', releasedAt: event.at }), inForce: event.edition };
    case 'correctionDrafted': {
      const next: EditionRecord = {
        edition: current.edition + 1, state: 'draft', contentHash: event.draft.contentHash, title: event.draft.title, lane: event.lane, channels: channelsReached(state),
        authors: [event.by], renditions: {}, corrects: { edition: event.corrects, reason: event.reason },
      };
      return { ...state, editions: [...state.editions, next] };
    }
    case 'publicationWithdrawn': return { ...state, inForce: null, withdrawal: { reason: event.reason, by: event.by, at: event.at } };
  }
}

function withNewest(state: Publication, change: Partial<EditionRecord>): Publication {
  const editions = state.editions.with(-1, { ...newest(state), ...change }) as [EditionRecord, ...EditionRecord[]];
  return { ...state, editions };
}
