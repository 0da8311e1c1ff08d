import type { Permission } from '../../access/permissions.ts';

export const requestPermissions: readonly Permission[] = [
  { roles: ['disclosure-officer'], can: ['read', 'register', 'handle'], on: 'DisclosureRequest' },
  { roles: ['supervisor', 'auditor'], can: 'read', on: 'DisclosureRequest' },
];
