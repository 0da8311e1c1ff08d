import type { Permission } from '../permissions.ts';

/**
 * The system administrator keeps accounts, the security administrator says what each may do: neither can make
 * somebody powerful alone (GB/T 22239-2019, 8.1.5).
 */
export const peoplePermissions: readonly Permission[] = [
  {
    roles: ['system-admin'],
    can: ['create', 'change', 'disable', 'enable', 'resetPassword', 'resetSecondFactor'],
    on: 'Person',
  },
  { roles: ['security-admin'], can: ['setRoles', 'countersign', 'unlock'], on: 'Person' },
  {
    roles: ['system-admin', 'security-admin', 'audit-admin', 'disclosure-officer', 'supervisor'],
    can: 'list',
    on: 'Person',
  },
];
