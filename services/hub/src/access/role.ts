import { z } from 'zod';
import rows from './reviewer.roles.json' with { type: 'json' };

/** Who gives a review. Data: a county that has a review of its own adds a row. */
const reviewers = z
  .array(z.strictObject({ role: z.templateLiteral([z.string(), '-reviewer']), title: z.string().min(1) }))
  .parse(rows);
export const reviewerRoles = reviewers.map((r) => r.role);
export const reviewerRole = z.enum(reviewerRoles);
export type ReviewerRole = z.infer<typeof reviewerRole>;

const duties = {
  editor: '采编',
  publisher: '发布',
  'duty-officer': '值班',
  'disclosure-officer': '政务公开办',
  operator: '渠道运维',
  supervisor: '督查',
  auditor: '审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const;
type Duty = keyof typeof duties;
const dutyNames = Object.keys(duties) as Duty[];

/**
 * What somebody is for. The three administrators are separated (GB/T 22239-2019, 8.1.5): none of them edits,
 * and none is two of them.
 */
export const role = z.enum([...dutyNames, ...reviewerRoles]);
export type Role = Duty | ReviewerRole;

const titles: ReadonlyMap<Role, string> = new Map<Role, string>([
  ...dutyNames.map((duty) => [duty, duties[duty]] as const),
  ...reviewers.map((r) => [r.role, r.title] as const),
]);

/** Every role that gives reviews, in words. */
export const reviewerTitles: Readonly<Record<string, string>> = Object.fromEntries(
  reviewers.map((r) => [r.role, r.title]),
);

/** A role in words. @throws for a role nobody has named */
export function roleTitle(of: Role): string {
  const title = titles.get(of);
  if (title === undefined) throw new Error(`no role “${of}”: access/reviewer.roles.json names the reviewers`);
  return title;
}
