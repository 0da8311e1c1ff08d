import type { Permission } from '../permissions.ts';

/**
 * The system administrator keeps the tree (GB/T 22239-2019, 8.1.5.1); the disclosure office appoints liaisons
 * too. Everyone may read.
 */
export const organisationPermissions: readonly Permission[] = [
  { roles: ['system-admin'], can: ['create', 'change', 'abolish', 'reinstate'], on: 'Organisation' },
  { roles: ['system-admin', 'disclosure-officer'], can: 'appointLiaison', on: 'Organisation' },
];
