import { newest, type EditionRecord, type Publication } from './publication.ts';
import type { PublicationEvent } from './publication.events.ts';
import { afterStage, stateOnSubmission, type Review } from './publication.review.ts';
import { sealOf } from './publication.terms.ts';
import { atRelease } from './review.kind.ts';

/** Applies what happened; decides nothing. `null` is the publication before its first event. */
export function evolve(state: Publication | null, event: PublicationEvent): Publication {
  if (event.type === 'publicationCreated') {
    return {
      id: event.id,
      organisation: event.organisation,
      revision: 1,
      inForce: null,
      editions: [drafted(1, event)],
      urgentReleases: [],
      ending: null,
      archivedAt: null,
      createdAt: event.at,
      updatedAt: event.at,
    };
  }
  if (state === null) throw new Error(`${event.type} before publicationCreated`);
  return { ...apply(state, event), revision: state.revision + 1, updatedAt: event.at };
}

type Later = Exclude<PublicationEvent, { type: 'publicationCreated' }>;

function apply(state: Publication, event: Later): Publication {
  const current = newest(state);
  const { by, at } = event;
  switch (event.type) {
    case 'urgentReleaseConfirmed': {
      const request = current.urgentRequest;
      const went = {
        edition: current.edition,
        requestedBy: request?.by ?? by,
        confirmedBy: by,
        reason: request?.reason ?? '',
        at,
        reviewDueAt: event.reviewDueAt,
        ...(request?.remarks === undefined ? {} : { remarks: request.remarks }),
        review: null,
      };
      return { ...state, urgentReleases: [...state.urgentReleases, went] };
    }
    case 'releaseReviewedAfterwards': {
      const review = { by, at, verdict: event.verdict, words: event.words };
      return {
        ...state,
        urgentReleases: state.urgentReleases.map((r) => (r.edition === event.edition ? { ...r, review } : r)),
      };
    }
    case 'editionReleased':
      return { ...withNewest(state, { state: 'released', releasedAt: at }), inForce: event.edition };
    case 'correctionDrafted': {
      const { corrects, reason, hidesEarlier } = event;
      const next = {
        ...drafted(current.edition + 1, event),
        corrects: { edition: corrects, reason, ...(hidesEarlier === undefined ? {} : { hidesEarlier }) },
      };
      return { ...state, editions: [...state.editions, next] };
    }
    case 'publicationEnded': {
      const { act, reason, basis, successor, message } = event;
      return { ...state, inForce: null, ending: { act, reason, by, at, basis, successor, message } };
    }
    case 'publicationArchived':
      return { ...state, archivedAt: at };
    default:
      return withNewest(state, changeOf(current, event));
  }
}

type OfThePublication =
  | 'urgentReleaseConfirmed'
  | 'releaseReviewedAfterwards'
  | 'editionReleased'
  | 'correctionDrafted'
  | 'publicationEnded'
  | 'publicationArchived';
/** What happens to the newest edition alone. */
type OfTheEdition = Exclude<Later, { type: OfThePublication }>;

function changeOf(current: EditionRecord, event: OfTheEdition): Partial<EditionRecord> {
  const { by, at } = event;
  switch (event.type) {
    case 'draftEdited':
      return {
        ...event.terms,
        ...backToDraft(current),
        losses: [...event.losses],
        authors: current.authors.includes(by) ? current.authors : [...current.authors, by],
      };
    case 'lossesChecked':
      return {
        losses: (current.losses ?? []).map((loss) =>
          event.losses.includes(loss.key) ? { ...loss, checked: { by, at } } : loss,
        ),
      };
    case 'editionSubmitted':
      return {
        state: stateOnSubmission(event.route),
        submittedBy: by,
        contentHash: event.numbered ?? current.contentHash,
        renditions: event.renditions,
        unchecked: event.unchecked,
        ...(event.omitted === undefined ? {} : { omitted: event.omitted }),
        ...(event.accepted === undefined ? {} : { accepted: [...event.accepted] }),
        ...given('leftOut', event.leftOut),
        route: event.route,
        claim: null,
      };
    case 'releaseScheduled':
      return { state: 'scheduled' };
    case 'scheduleCancelled':
      return { state: 'approved' };
    case 'urgentReleaseRequested':
      return {
        state: 'awaiting-confirmation',
        contentHash: event.numbered ?? current.contentHash,
        renditions: event.renditions,
        unchecked: event.unchecked,
        claim: null,
        ...(event.omitted === undefined ? {} : { omitted: event.omitted }),
        ...given('notCarried', event.notCarried),
        urgentRequest: {
          by,
          at,
          until: event.until,
          reason: event.reason,
          ...given('remarks', event.remarks),
          ...(event.chosen === undefined ? {} : { chosen: event.chosen }),
        },
      };
    default:
      return reviewed(current, event);
  }
}

type OfTheOffice =
  | 'draftEdited'
  | 'lossesChecked'
  | 'editionSubmitted'
  | 'releaseScheduled'
  | 'scheduleCancelled'
  | 'urgentReleaseRequested';
/** What reviewers do with it. */
type OfTheReview = Exclude<OfTheEdition, { type: OfTheOffice }>;

function reviewed(current: EditionRecord, event: OfTheReview): Partial<EditionRecord> {
  const { by, at } = event;
  switch (event.type) {
    case 'reviewClaimed':
      return {
        state: current.state === 'submitted' ? 'in-review' : current.state,
        claim: { by, at },
      };
    case 'reviewPassed': {
      if (current.route === null) throw new Error('a review of an edition without a route');
      const { kind, contentHash, seal } = event;
      const given = { stage: kind.id, title: kind.title, verdict: 'passed', by, at } as const;
      return {
        reviews: [...current.reviews, { ...given, contentHash, seal, void: false } satisfies Review],
        claim: null,
        state: afterStage(kind.id, current.route),
      };
    }
    case 'editionReferred':
      return {
        state: 'referred',
        reviews: [...current.reviews, verdictOn(current, 'referred', event)],
      };
    case 'editionReturned':
      return backToDraft({
        ...current,
        reviews: [...current.reviews, verdictOn(current, 'returned', event)],
      });
    case 'commentMade':
      return {
        comments: [
          ...current.comments,
          {
            id: current.comments.length + 1,
            block: event.block,
            by,
            at,
            words: event.words,
            ...(event.quote === undefined ? {} : { quote: event.quote }),
            settled: null,
          },
        ],
      };
    case 'commentAnswered': {
      const reply = { by, at, words: event.words };
      return {
        comments: current.comments.map((c) =>
          c.id === event.comment ? { ...c, replies: [...(c.replies ?? []), reply] } : c,
        ),
      };
    }
    case 'commentSettled': {
      const settled = { as: event.as, by, at, words: event.words };
      return {
        comments: current.comments.map((c) => (c.id === event.comment ? { ...c, settled } : c)),
      };
    }
  }
}

type Written = Extract<PublicationEvent, { type: 'publicationCreated' | 'correctionDrafted' }>;

const drafted = (edition: number, { terms, losses, by }: Written): EditionRecord => ({
  ...terms,
  edition,
  losses: [...losses],
  state: 'draft',
  authors: [by],
  submittedBy: null,
  route: null,
  reviews: [],
  claim: null,
  comments: [],
  urgentRequest: null,
  releasedAt: null,
  renditions: {},
});

/** A list that is kept only where something is in it. */
const given = <K extends string, T>(key: K, list: readonly T[] | undefined): { [P in K]?: readonly T[] } =>
  list === undefined || list.length === 0 ? {} : ({ [key]: list } as { [P in K]?: readonly T[] });

/** Whatever was decided about it no longer counts; that it was decided stays on record. */
const backToDraft = (e: EditionRecord): Partial<EditionRecord> => ({
  state: 'draft',
  submittedBy: null,
  route: null,
  claim: null,
  urgentRequest: null,
  renditions: {},
  unchecked: [],
  ...(e.omitted === undefined ? {} : { omitted: {} }),
  ...(e.accepted === undefined ? {} : { accepted: [] }),
  ...(e.leftOut === undefined ? {} : { leftOut: [] }),
  ...(e.notCarried === undefined ? {} : { notCarried: [] }),
  reviews: e.reviews.map((r) => ({ ...r, void: true })),
});

function verdictOn(
  e: EditionRecord,
  verdict: Review['verdict'],
  event: Extract<Later, { type: 'editionReferred' | 'editionReturned' }>,
): Review {
  const { id: stage, title } = event.kind ?? atRelease;
  return {
    stage,
    title,
    verdict,
    by: event.by,
    at: event.at,
    contentHash: e.contentHash,
    seal: sealOf(e),
    reason: event.reason,
    code: event.code,
    void: false,
  };
}

function withNewest(state: Publication, change: Partial<EditionRecord>): Publication {
  const editions = state.editions.with(-1, { ...newest(state), ...change }) as [
    EditionRecord,
    ...EditionRecord[],
  ];
  return { ...state, editions };
}
