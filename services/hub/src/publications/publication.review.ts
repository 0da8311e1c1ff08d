import { sha256 } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';

/**
 * Reviews before release: one to three levels, each by another person, then the secrecy review where the
 * column asks for one.
 */
export const reviewRoute = z.object({ levels: z.int().min(1).max(3), secrecy: z.boolean() });
export type ReviewRoute = Frozen<z.infer<typeof reviewRoute>>;
const stage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal('secrecy')]);
export type ReviewStage = z.infer<typeof stage>;

/** What one reviewer decided about exactly this seal. `void`: the edition was changed or returned since. */
export const review = z.object({
  /** `release`: after all reviews, by whoever was to publish it. */
  stage: z.union([stage, z.literal('release')]),
  verdict: z.enum(['passed', 'returned', 'referred']),
  by: z.string(),
  at: z.string(),
  contentHash: sha256,
  seal: sha256,
  reason: z.string().optional(),
  /** Reason code of a secrecy review (政府信息公开条例 art. 14–16). */
  code: z.string().optional(),
  void: z.boolean(),
});
export type Review = Frozen<z.infer<typeof review>>;

/** What reviews look at in an edition. */
interface Reviewed {
  readonly state: string;
  readonly contentHash: string;
  readonly reviews: readonly Review[];
}

export const passed = (e: Reviewed): readonly Review[] =>
  e.reviews.filter((r) => r.verdict === 'passed' && !r.void);

/** Which review an edition waits for; null when it waits for none. */
export function stageOf(e: Reviewed): ReviewStage | null {
  if (e.state === 'secrecy-review' || e.state === 'referred') return 'secrecy';
  if (e.state !== 'submitted' && e.state !== 'in-review') return null;
  return (passed(e).length + 1) as ReviewStage;
}

/** Where an edition stands once a stage has been passed. */
export function afterStage(
  stage: ReviewStage,
  route: ReviewRoute,
): 'in-review' | 'secrecy-review' | 'approved' {
  if (stage !== 'secrecy' && stage < route.levels) return 'in-review';
  return stage !== 'secrecy' && route.secrecy ? 'secrecy-review' : 'approved';
}

/**
 * The words last approved by somebody, to which a reviewer compares; null when nobody has approved any yet.
 */
export function lastApprovedContent(editions: readonly Reviewed[]): string | null {
  for (const e of [...editions].reverse()) {
    const hash =
      e.reviews.findLast((r) => r.verdict === 'passed')?.contentHash ??
      (e.state === 'released' ? e.contentHash : undefined);
    if (hash !== undefined) return hash;
  }
  return null;
}

const stageTitles: Readonly<Record<ReviewStage, string>> = {
  1: '一审',
  2: '二审',
  3: '三审',
  secrecy: '保密审查',
};

export const titleOf = (stage: Review['stage']): string =>
  stage === 'release' ? '发布' : stageTitles[stage];

/** Whether who gives an edition back at this stage may name a reason code of the law. */
export const namesCode = (stage: ReviewStage | null): boolean => stage === 'secrecy';
