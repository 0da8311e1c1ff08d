import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Limits } from '../word.limits.ts';
import { WordUnreadable } from '../word.unreadable.ts';

const damaged = '打不开这个文件，可能已损坏；请在 Word 或 WPS 中打开并另存为 .docx 后再导入';
const tooMuch = '文件解压后太大；请压缩图片或拆成几份后再导入';

/** The parts of a package by name. Each is unpacked when it is asked for, never more than the bounds allow. */
export class ZipParts {
  private unpacked = 0;
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  readonly limits: Limits;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits) {
    this.zip = zip;
    this.entries = entries;
    this.limits = limits;
  }

  /** @throws WordUnreadable */
  static async open(bytes: Uint8Array, limits: Limits): Promise<ZipParts> {
    if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0')
      throw new WordUnreadable(
        '这是旧版 .doc 或加了密码的文件；请在 Word 或 WPS 中去掉密码、另存为 .docx 后再导入',
      );
    try {
      const zip = await fromBufferPromise(seenAsBuffer(bytes), { lazyEntries: true, autoClose: false });
      if (zip.entryCount > limits.parts) throw new WordUnreadable(tooMuch);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(keyOf(entry.fileName), entry);
      return new ZipParts(zip, entries, limits);
    } catch (cause) {
      throw cause instanceof WordUnreadable ? cause : new WordUnreadable(damaged, { cause });
    }
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /**
   * What a part holds; null when there is none.
   * @throws WordUnreadable
   */
  async bytes(name: string): Promise<Buffer | null> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) return null;
    try {
      return await this.unpack(entry);
    } catch (cause) {
      throw cause instanceof WordUnreadable ? cause : new WordUnreadable(damaged, { cause });
    }
  }

  private async unpack(entry: Entry): Promise<Buffer> {
    if (entry.uncompressedSize > this.limits.part) throw new WordUnreadable(tooMuch);
    const chunks: Buffer[] = [];
    let size = 0;
    // what the directory says is not believed: the bytes are counted as they come
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      this.unpacked += bytes.length;
      if (size > this.limits.part || this.unpacked > this.limits.all) throw new WordUnreadable(tooMuch);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks, size);
  }
}

/** The same memory: a file of 100 MB is not copied. */
const seenAsBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Names of parts are compared without regard to case (ISO/IEC 29500-2 §6.2.2). */
const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase();
