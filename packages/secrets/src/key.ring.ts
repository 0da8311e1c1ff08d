import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOfFault, makeKeyFile, replaceKeyFile } from './key.file.ts';

/** Keys of what one service keeps sealed, newest first, in a file outside its store (mode 0600). */
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
   * @param setting what says where the file stands
   * @throws KeysMissing
   */
  static async open(
    file: string,
    at: string,
    hasSecrets: () => Promise<boolean>,
    setting = 'TARGET_KEY_FILE',
  ): Promise<KeyRing> {
    const found = await read(file);
    if (found !== null) return KeyRing.of(file, found);
    if (await hasSecrets())
      throw new KeysMissing(
        `密钥文件 ${file} 不在了，而存储里有用它加密的内容。请从备份恢复该文件，或用 ${setting} 指明它的位置`,
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
    await replaceKeyFile(file, next, { mode: 0o600 });
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
    if (codeOfFault(error) === 'ENOENT') return null;
    // What the file holds must not come into an error, and the parser's words may hold some of it.
    throw new KeysMissing(
      `密钥文件 ${file} 读不出来（${codeOfFault(error) ?? '内容不完整'}），请从备份恢复该文件`,
    );
  }
}

async function readOrFail(file: string): Promise<KeyFile> {
  const found = await read(file);
  if (found === null) throw new KeysMissing(`密钥文件 ${file} 不存在`);
  return found;
}

async function made(file: string, first: KeyFile): Promise<KeyFile> {
  return (await makeKeyFile(file, first, { mode: 0o600 })) ? first : readOrFail(file);
}
