import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { reviewerRole } from '../access/role.ts';
import rows from './review.kinds.json' with { type: 'json' };

/**
 * How a review is given. `approval`: passed or returned with a reason. `clearance`: passed, returned with a
 * reason code, or referred to the competent body (政府信息公开条例 art. 14–17). All that rules know of a kind
 * of review: its id, title and role are data.
 */
export const reviewForm = z.enum(['approval', 'clearance']);
export type ReviewForm = z.infer<typeof reviewForm>;

export const reviewFormTitles: Readonly<Record<ReviewForm, string>> = {
  approval: '审定：通过或退回',
  clearance: '保密审查：准予公开、退回或报请确定',
};

/** Where an edition stands while it waits for a review of this form: as the first of its route, or later. */
export const waitingStates = {
  approval: { first: 'submitted', later: 'in-review' },
  clearance: { first: 'secrecy-review', later: 'secrecy-review' },
} as const satisfies Readonly<Record<ReviewForm, object>>;

/** Stands for no review: an edition that was sent back by whoever was to publish it. */
export const atRelease = { id: 'release', title: '发布' } as const;

export const kindId = z
  .union([z.int().min(1).max(9), z.string().regex(/^[a-z][a-z0-9-]{1,19}$/)])
  .refine((id) => id !== atRelease.id, `“${atRelease.id}”不是审核环节的代码；请换一个`);
export type KindId = z.infer<typeof kindId>;

/** One review of a route: 一审, 法制审核, 保密审查 … and whose role gives it. */
export const reviewKind = z
  .strictObject({ id: kindId, title: z.string().trim().min(1).max(20), role: reviewerRole, form: reviewForm })
  .meta({ id: 'ReviewKind' });
export type ReviewKind = Frozen<z.infer<typeof reviewKind>>;

/** Most reviews (kinds) that one edition can need. */
export const mostKinds = 9;

const eachOnce = (kinds: readonly ReviewKind[]): boolean =>
  new Set(kinds.map((k) => k.id)).size === kinds.length;
/** Reviews in the order in which they are given. */
export const reviewKinds = z
  .array(reviewKind)
  .min(1)
  .max(mostKinds)
  .refine(eachOnce, '同一个审核环节只能出现一次；请给每个环节不同的代码');

/** The kinds a county has that names none of its own. */
export const houseKinds: readonly ReviewKind[] = reviewKinds.parse(rows);

/** As many of the house's approvals as there are levels, then its clearance where one is asked for. */
export const levelsAndSecrecy = z.object({ levels: z.int().min(1).max(3), secrecy: z.boolean() });
/** Which reviews an edition needs: the kinds themselves, or how many of the house's own. */
export const reviewRoute = z.union([z.object({ kinds: reviewKinds }), levelsAndSecrecy]);
export type ReviewRoute = Frozen<z.infer<typeof reviewRoute>>;

const houseKindsOf = (form: ReviewForm): readonly ReviewKind[] => houseKinds.filter((k) => k.form === form);

export function kindsOf(route: ReviewRoute): readonly ReviewKind[] {
  return 'kinds' in route
    ? route.kinds
    : [
        ...houseKindsOf('approval').slice(0, route.levels),
        ...(route.secrecy ? houseKindsOf('clearance') : []),
      ];
}

/** Whose roles give the house's own reviews of this form. */
export const houseRolesOf = (form: ReviewForm): readonly ReviewKind['role'][] =>
  houseKindsOf(form).map((k) => k.role);
