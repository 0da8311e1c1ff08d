import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Keys of the secrets of one channel, newest first, in a file outside its store (mode 0600). */
const keyFile = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        madeAt: z.string(),
        /** 32 bytes, base64. */
        key: z.base64().length(44),
      }),
    )
    .min(1),
});
type KeyFile = z.infer<typeof keyFile>;

/** The keys are missing or cannot be read; the words say what to do. */
export class KeysMissing extends Error {
  override readonly name = 'KeysMissing';
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

export class KeyRing {
  private readonly keys: ReadonlyMap<string, Key>;
  readonly newest: Key;

  private constructor(
    readonly file: string,
    keys: readonly [Key, ...Key[]],
  ) {
    this.keys = new Map(keys.map((key) => [key.id, key]));
    this.newest = keys[0];
  }

  key(id: string): Key | null {
    return this.keys.get(id) ?? null;
  }

  /**
   * @param hasSecrets whether the store holds any; then a missing file is an error and none is made
   * @throws KeysMissing
   */
  static async open(file: string, at: string, hasSecrets: () => Promise<boolean>): Promise<KeyRing> {
    const found = await read(file);
    if (found !== null) return KeyRing.of(file, found);
    if (await hasSecrets())
      throw new KeysMissing(
        `终端的密钥文件 ${file} 不在了，而登记簿里有用它加密的密钥。` +
          '请从备份恢复该文件，或用 TARGET_KEY_FILE 指明它的位置',
      );
    return KeyRing.of(file, await made(file, { keys: [freshKey(at)] }));
  }

  /** A key is added in front; those of before stay. @throws KeysMissing when there is no file */
  static async addKey(file: string, at: string): Promise<KeyRing> {
    const { keys } = await readOrFail(file);
    return KeyRing.replace(file, { keys: [freshKey(at), ...keys] });
  }

  /** Only these keys and the newest stay. @throws KeysMissing when there is no file */
  static async keepOnly(file: string, used: ReadonlySet<string>): Promise<KeyRing> {
    const { keys } = await readOrFail(file);
    return KeyRing.replace(file, { keys: keys.filter(({ id }, n) => n === 0 || used.has(id)) });
  }

  private static async replace(file: string, next: KeyFile): Promise<KeyRing> {
    await rename(await written(file, next), file);
    return KeyRing.of(file, next);
  }

  private static of(file: string, { keys }: KeyFile): KeyRing {
    const [first, ...rest] = keys.map(({ id, key }) => ({ id, bytes: Buffer.from(key, 'base64') }));
    if (first === undefined) throw new KeysMissing(`密钥文件 ${file} 里没有钥匙`);
    return new KeyRing(file, [first, ...rest]);
  }
}

const freshKey = (madeAt: string): KeyFile['keys'][number] => ({
  id: randomBytes(6).toString('hex'),
  madeAt,
  key: randomBytes(32).toString('base64'),
});

async function read(file: string): Promise<KeyFile | null> {
  try {
    return keyFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    // What the file holds must not come into an error, and the parser's words may hold some of it.
    throw new KeysMissing(
      `密钥文件 ${file} 读不出来（${codeOf(error) ?? '内容不完整'}），请从备份恢复该文件`,
    );
  }
}

async function readOrFail(file: string): Promise<KeyFile> {
  const found = await read(file);
  if (found === null) throw new KeysMissing(`密钥文件 ${file} 不存在`);
  return found;
}

/** Of two that begin at the same time, one makes the file and both use it. */
async function made(file: string, first: KeyFile): Promise<KeyFile> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const part = await written(file, first);
  try {
    await link(part, file);
    return first;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return await readOrFail(file);
  } finally {
    await rm(part, { force: true });
  }
}

async function written(file: string, keys: KeyFile): Promise<string> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return part;
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
