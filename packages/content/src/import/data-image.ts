import { Buffer } from 'node:buffer';
import type { Media } from '@towncrier/contracts';
import type { Bound } from '../bound.ts';
import type { Finding } from '../finding.ts';
import { hashBytes } from '../hash.ts';

export const imageBytes: Bound = {
  max: 256 * 1024,
  unit: 'bytes',
  source: 'an edition travels whole in one event',
};
export const allImageBytes: Bound = {
  max: 512 * 1024,
  unit: 'bytes',
  source: 'an edition travels whole in one event (1 MB)',
};
const maxImages = 50;

// What the bytes are counts, not what the address says they are.
const signatures: readonly {
  readonly mediaType: Media['mediaType'];
  readonly matches: (bytes: Buffer) => boolean;
}[] = [
  {
    mediaType: 'image/png',
    matches: (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  { mediaType: 'image/jpeg', matches: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  { mediaType: 'image/gif', matches: (b) => /^GIF8[79]a$/.test(b.toString('latin1', 0, 6)) },
  {
    mediaType: 'image/webp',
    matches: (b) => b.toString('latin1', 0, 4) === 'RIFF' && b.toString('latin1', 8, 12) === 'WEBP',
  },
];

/** What bytes are by their first bytes; null when they are no picture we carry. */
export const pictureType = (bytes: Buffer): Media['mediaType'] | null =>
  signatures.find(({ matches }) => matches(bytes))?.mediaType ?? null;

/** Gathers the pictures that come inside a source. One picture used twice is carried once. */
export class PictureAlbum {
  private readonly kept = new Map<string, Media>();
  private total = 0;
  readonly findings: Finding[] = [];

  get media(): readonly Media[] {
    return [...this.kept.values()];
  }

  /** Takes a picture by its address; null, with a finding, when it cannot be carried. */
  take(src: string): string | null {
    const data = /^\s*data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,([\s\S]*)$/i.exec(src)?.[1];
    if (data === undefined) {
      return this.refuse(
        /^\s*https?:/i.test(src)
          ? '有一张图片只是外部网址，没有随稿保存，已略去。'
          : '有一张图片没有内容或来源不可用，已略去。',
        '请把图片另存后在编辑器里插入。',
      );
    }
    // Up to four thirds of the bytes are decoded: no need to look at more.
    if (data.length > imageBytes.max * 2) return this.tooBig();
    return this.takeBytes(
      Buffer.from(
        data.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16))),
        'base64',
      ),
    );
  }

  takeBytes(bytes: Buffer): string | null {
    const mediaType = pictureType(bytes);
    if (mediaType === null)
      return this.refuse(
        '有一张图片不是 PNG、JPEG、WebP 或 GIF，已略去。',
        '请转换成 PNG 或 JPEG 后重新插入。',
      );
    if (bytes.length > imageBytes.max) return this.tooBig();
    const id = hashBytes(bytes);
    if (this.kept.has(id)) return id;
    if (this.total + bytes.length > allImageBytes.max || this.kept.size >= maxImages)
      return this.refuse('图片合计超过 512 KB 或 50 张，后面的图片已略去。', '请压缩图片或减少张数。');
    this.total += bytes.length;
    this.kept.set(id, { id, mediaType, bytes: bytes.length, data: bytes.toString('base64') });
    return id;
  }

  private tooBig(): null {
    return this.refuse('有一张图片超过 256 KB，已略去。', '请压缩图片后重新插入。');
  }

  private refuse(message: string, remedy: string): null {
    if (!this.findings.some((finding) => finding.message === message))
      this.findings.push({ field: 'body', message, remedy });
    return null;
  }
}
