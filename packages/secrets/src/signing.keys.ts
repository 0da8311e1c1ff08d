import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { codeOfFault, makeKeyFile, replaceKeyFile } from './key.file.ts';
import type { NamedKey } from './signed.message.ts';

/** Ed25519 keys in a file, newest first; `key` is PEM, private (mode 0600) or public. */
interface KeyFile {
  readonly keys: readonly { readonly id: string; readonly madeAt: string; readonly key: string }[];
}

/** The keys are missing or cannot be read; the words say what to do. */
export class SigningKeysMissing extends Error {
  override readonly name = 'SigningKeysMissing';
}

/**
 * The private keys of whoever signs, made at the first start; their public halves are written to `publicFile`, which
 * those who check read.
 * @returns the newest
 * @throws SigningKeysMissing when the file cannot be read
 */
export async function openSigningKey(
  at: { readonly privateFile: string; readonly publicFile: string },
  now: string,
): Promise<NamedKey> {
  const known = (await read(at.privateFile)) ?? (await made(at.privateFile, now));
  await publish(at.publicFile, known);
  return newestOf(known, at.privateFile);
}

/** A new key signs from the next start on; the earlier ones are still known. */
export async function addSigningKey(
  at: { readonly privateFile: string; readonly publicFile: string },
  now: string,
): Promise<string> {
  const known = (await read(at.privateFile)) ?? { keys: [] };
  const next = { keys: [fresh(now), ...known.keys] };
  await replaceKeyFile(at.privateFile, next, { mode: 0o600 });
  await publish(at.publicFile, next);
  return newestOf(next, at.privateFile).id;
}

/** @returns none where the file is not there yet @throws SigningKeysMissing when it cannot be read */
export async function readPublicKeys(file: string): Promise<readonly NamedKey[]> {
  const found = await read(file);
  return (found?.keys ?? []).map(({ id, key }) => ({ id, key: publicKey(key, file) }));
}

function publicKey(pem: string, file: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch {
    throw unreadable(file, '内容不完整');
  }
}

const unreadable = (file: string, why: string): SigningKeysMissing =>
  new SigningKeysMissing(`签名密钥文件 ${file} 读不出来（${why}），请从备份恢复，或从主控所在机器复制`);

function newestOf({ keys: [first] }: KeyFile, file: string): NamedKey {
  if (first === undefined) throw unreadable(file, '里面没有钥匙');
  try {
    return { id: first.id, key: createPrivateKey(first.key) };
  } catch {
    throw unreadable(file, '内容不完整');
  }
}

const fresh = (madeAt: string): KeyFile['keys'][number] => ({
  id: randomBytes(6).toString('hex'),
  madeAt,
  key: pemOf(generateKeyPairSync('ed25519').privateKey, 'pkcs8'),
});

const pemOf = (key: KeyObject, type: 'pkcs8' | 'spki'): string =>
  key.export({ type, format: 'pem' }).toString();

async function made(file: string, now: string): Promise<KeyFile> {
  const first = { keys: [fresh(now)] };
  return (await makeKeyFile(file, first, { mode: 0o600 })) ? first : ((await read(file)) ?? first);
}

async function publish(file: string, { keys }: KeyFile): Promise<void> {
  const halves = keys.map((one) => ({ ...one, key: pemOf(createPublicKey(one.key), 'spki') }));
  await replaceKeyFile(file, { keys: halves }, { mode: 0o644 });
}

async function read(file: string): Promise<KeyFile | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOfFault(error) === 'ENOENT') return null;
    throw unreadable(file, codeOfFault(error) ?? '未知原因');
  }
  const found = parsed(text);
  if (found === null) throw unreadable(file, '内容不完整');
  return found;
}

/** What the file holds must not come into an error, and the parser's words may hold some of it. */
function parsed(text: string): KeyFile | null {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    const whole =
      Array.isArray(keys) && keys.every((one) => typeof one?.id === 'string' && typeof one.key === 'string');
    return whole ? { keys: keys as KeyFile['keys'] } : null;
  } catch {
    return null;
  }
}
