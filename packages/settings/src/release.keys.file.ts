import { join } from 'node:path';
import type { ServiceSettings } from './service.settings.ts';

/** Where the public keys of the hub stand: the hub writes the file, everybody else reads it. */
export const releaseKeysFile = ({
  RELEASE_KEYS_FILE,
  TOWNCRIER_DATA,
}: Pick<ServiceSettings, 'RELEASE_KEYS_FILE' | 'TOWNCRIER_DATA'>): string =>
  RELEASE_KEYS_FILE ?? join(TOWNCRIER_DATA, 'keys', 'release-keys.json');
