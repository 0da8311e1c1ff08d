import type { Permission } from '../../access/permissions.ts';

/** Everyone may see them; a channel is taken out by whoever runs them. */
export const channelPermissions: readonly Permission[] = [
  { roles: ['operator'], can: 'remove', on: 'Channel' },
];
