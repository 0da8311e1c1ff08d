import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { WordUnreadable } from '../word.unreadable.ts';

/** Bytes of one part as unpacked; a document of three hundred pages has ten million. */
export const maxPartBytes = 32 * 1024 * 1024;
/** Bytes of everything that is unpacked of one file, pictures included. */
export const maxAllBytes = 96 * 1024 * 1024;
const maxParts = 5_000;

const damaged = '打不开这个文件，可能已损坏；请在 Word 或 WPS 中打开并另存为 .docx 后再导入';
const tooMuch = '文件解压后太大；请压缩图片或拆成几份后再导入';

/** The parts of a package by name. Each is unpacked when it is asked for, never more than the bounds allow. */
export class ZipParts {
  private unpacked = 0;
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** @throws WordUnreadable */
  static async open(bytes: Uint8Array): Promise<ZipParts> {
    if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0')
      throw new WordUnreadable(
        '这是旧版 .doc 或加了密码的文件；请在 Word 或 WPS 中去掉密码、另存为 .docx 后再导入',
      );
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
      if (zip.entryCount > maxParts) throw new WordUnreadable(tooMuch);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(keyOf(entry.fileName), entry);
      return new ZipParts(zip, entries);
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
    if (entry.uncompressedSize > maxPartBytes) throw new WordUnreadable(tooMuch);
    const chunks: Buffer[] = [];
    let size = 0;
    // what the directory says is not believed: the bytes are counted as they come
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      this.unpacked += bytes.length;
      if (size > maxPartBytes || this.unpacked > maxAllBytes) throw new WordUnreadable(tooMuch);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks, size);
  }
}

/** Names of parts are compared without regard to case (ISO/IEC 29500-2 §6.2.2). */
const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase();
