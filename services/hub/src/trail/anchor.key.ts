import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Ed25519, made at first start. */
export async function anchorKeyIn(dataDir: string): Promise<KeyObject> {
  const file = join(dataDir, 'audit-anchor.pem');
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(
      file,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600, flag: 'wx' },
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return createPrivateKey(await readFile(file));
}
