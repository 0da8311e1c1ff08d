import { sha256 } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import {
  atRelease,
  houseKinds,
  kindId,
  kindsOf,
  waitingStates,
  type KindId,
  type ReviewKind,
  type ReviewRoute,
} from './review.kind.ts';

/**
 * What one reviewer decided about exactly this seal. `void`: the edition was changed or returned since.
 * `stage` is the id of the kind of review, or that of the release; `title` its name in the route it was given
 * under, which older records leave to the house's own kinds.
 */
export const review = z.object({
  stage: z.union([kindId, z.literal(atRelease.id)]),
  title: z.string().optional(),
  verdict: z.enum(['passed', 'returned', 'referred']),
  by: z.string(),
  at: z.string(),
  contentHash: sha256,
  seal: sha256,
  reason: z.string().optional(),
  /** Reason code of a clearance (政府信息公开条例 art. 14–16). */
  code: z.string().optional(),
  void: z.boolean(),
});
export type Review = Frozen<z.infer<typeof review>>;

export const verdictTitles: Readonly<Record<Review['verdict'], string>> = {
  passed: '通过',
  returned: '退回',
  referred: '报请确定',
};

/** What reviews look at in an edition. */
interface Reviewed {
  readonly state: string;
  readonly contentHash: string;
  readonly route: ReviewRoute | null;
  readonly reviews: readonly Review[];
}

export const passed = (e: Pick<Reviewed, 'reviews'>): readonly Review[] =>
  e.reviews.filter((r) => r.verdict === 'passed' && !r.void);

const waiting: readonly string[] = ['submitted', 'in-review', 'secrecy-review', 'referred'];

/** The review an edition waits for, as its route has it; null when it waits for none. */
export function kindOf(e: Reviewed): ReviewKind | null {
  if (!waiting.includes(e.state) || e.route === null) return null;
  const given = new Set(passed(e).map((r) => r.stage));
  return kindsOf(e.route).find((kind) => !given.has(kind.id)) ?? null;
}

/** The id of the review an edition waits for; null when it waits for none. */
export const stageOf = (e: Reviewed): KindId | null => kindOf(e)?.id ?? null;

/** Does it wait for somebody to say whether it may be public at all? */
export const awaitsClearance = (e: Reviewed): boolean => kindOf(e)?.form === 'clearance';

type Waiting = 'submitted' | 'in-review' | 'secrecy-review';

/** Where an edition stands once it is sent to its reviewers. @throws for a route without a review */
export function stateOnSubmission(route: ReviewRoute): Waiting {
  const [first] = kindsOf(route);
  if (first === undefined) throw new Error('a route without a review');
  return waitingStates[first.form].first;
}

/** Where an edition stands once a review has been passed. @throws for one that is not of the route */
export function afterStage(stage: KindId, route: ReviewRoute): Waiting | 'approved' {
  const kinds = kindsOf(route);
  const at = kinds.findIndex((kind) => kind.id === stage);
  if (at === -1) throw new Error(`no review “${stage}” in the route`);
  const next = kinds[at + 1];
  return next === undefined ? 'approved' : waitingStates[next.form].later;
}

/** A review in words. @throws for one that neither names itself nor is one of the house's own */
export function titleOf({ stage, title }: Pick<Review, 'stage' | 'title'>): string {
  const known = title ?? [...houseKinds, atRelease].find((kind) => kind.id === stage)?.title;
  if (known === undefined) throw new Error(`a review “${stage}” that has no title`);
  return known;
}

/** The words last approved by somebody, and when; null when nobody has approved any yet. */
export function lastApproval(
  editions: readonly (Pick<Reviewed, 'state' | 'contentHash' | 'reviews'> & {
    readonly releasedAt: string | null;
  })[],
): { readonly contentHash: string; readonly at: string | null } | null {
  for (const e of [...editions].reverse()) {
    const approval = e.reviews.findLast((r) => r.verdict === 'passed');
    if (approval !== undefined) return { contentHash: approval.contentHash, at: approval.at };
    if (e.state === 'released') return { contentHash: e.contentHash, at: e.releasedAt };
  }
  return null;
}
