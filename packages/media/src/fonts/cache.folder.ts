import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

let chosen: string | null = null;

/**
 * A private folder for what can be made again at any time. Somebody else's folder under the expected name is
 * not trusted.
 */
export function cacheFolder(): string {
  if (chosen !== null) return chosen;
  const { uid } = userInfo();
  const usual = join(tmpdir(), `towncrier-media-${uid}`);
  mkdirSync(usual, { recursive: true, mode: 0o700 });
  const found = lstatSync(usual);
  const ours = found.isDirectory() && (uid === -1 || found.uid === uid);
  chosen = ours ? usual : mkdtempSync(join(tmpdir(), 'towncrier-media-'));
  return chosen;
}
