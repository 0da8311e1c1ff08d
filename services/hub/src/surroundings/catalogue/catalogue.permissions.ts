import type { Permission } from '../../access/permissions.ts';

export const cataloguePermissions: readonly Permission[] = [
  { roles: ['disclosure-officer'], can: ['import', 'edit', 'adopt'], on: 'Catalogue' },
];
export const closedItemPermissions: readonly Permission[] = [
  { roles: ['disclosure-officer', 'secrecy-reviewer'], can: ['close', 'open'], on: 'ClosedItem' },
];
