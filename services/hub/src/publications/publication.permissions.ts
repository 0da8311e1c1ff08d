import type { Permission } from '../people/permissions.ts';

export const publicationPermissions: readonly Permission[] = [
  { roles: ['editor'], can: ['createPublication', 'editDraft', 'submitEdition', 'correctPublication'], on: 'Publication' },
  { roles: ['first-reviewer'], can: ['approveEdition', 'returnEdition'], on: 'Publication' },
  { roles: ['publisher'], can: ['publishEdition', 'withdrawPublication'], on: 'Publication' },
];
