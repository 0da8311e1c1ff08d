import type { Permission } from '../../access/permissions.ts';

/**
 * Everyone may see which targets there are; what a channel must know of one may be a person's telephone, and is
 * for whoever keeps the register, and whoever audits it.
 */
export const targetPermissions: readonly Permission[] = [
  { roles: ['operator', 'system-admin'], can: ['keep', 'read'], on: 'Target' },
  { roles: ['auditor', 'audit-admin'], can: 'read', on: 'Target' },
];
