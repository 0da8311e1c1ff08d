import { reviewerRoles, type Role } from '../role.ts';

const alwaysBoth: ReadonlySet<Role> = new Set<Role>([
  ...reviewerRoles,
  'publisher',
  'duty-officer',
  'system-admin',
  'security-admin',
  'audit-admin',
]);

/** Whoever can let something out, or say who can, shows two factors (GB/T 22239-2019, 8.1.4.1 d). */
export const needsFactor = (roles: readonly Role[]): boolean => roles.some((role) => alwaysBoth.has(role));
