import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../ports/hub.parts.ts';

/** Seals the marks of known browsers; made at the first start. Where it is lost, every browser is new once. */
export async function deviceKeyIn(dataDir: string, random: Random): Promise<Uint8Array> {
  const file = join(dataDir, 'device.key');
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, random(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(file);
}
