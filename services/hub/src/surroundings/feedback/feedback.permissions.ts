import type { Permission } from '../../access/permissions.ts';

export const feedbackPermissions: readonly Permission[] = [
  { roles: ['disclosure-officer', 'editor'], can: ['read', 'handle'], on: 'Feedback' },
  { roles: ['supervisor', 'auditor'], can: 'read', on: 'Feedback' },
];
