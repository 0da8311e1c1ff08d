import { Buffer } from 'node:buffer';
import type { Media } from '@towncrier/contracts';
import type { Bound } from '../bound.ts';
import { hashBytes } from '../hash.ts';
import type { LossKindName } from './losses/loss.kinds.ts';
import type { LossList } from './losses/loss.list.ts';

/** One picture as it is handed in; what becomes of it for the web is decided afterwards. */
export const imageBytes: Bound = {
  max: 20 * 1024 * 1024,
  unit: 'bytes',
  source: 'a photo of a good camera',
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

/** Pictures that were kept before, by their id: a source may name one as `media:` and its id. */
export type KnownPictures = ReadonlyMap<string, Media>;

/**
 * Gathers the pictures of a source: those that come inside it, and those it names. One picture used twice is
 * carried once.
 */
export class PictureAlbum {
  private readonly kept = new Map<string, Media>();
  private taken = 0;
  private readonly losses: LossList;
  private readonly known: KnownPictures;

  constructor(losses: LossList, known: KnownPictures = new Map()) {
    this.losses = losses;
    this.known = known;
  }

  get media(): readonly Media[] {
    return [...this.kept.values()];
  }

  /** Takes a picture by its address; null, with a loss, when it cannot be carried. */
  take(src: string): string | null {
    const id = /^\s*media:([0-9a-f]{64})\s*$/.exec(src)?.[1];
    if (id !== undefined) return this.takeNamed(id);
    const data = /^\s*data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,([\s\S]*)$/i.exec(src)?.[1];
    if (data === undefined) {
      this.taken += 1;
      return /^\s*https?:/i.test(src) ? this.refuse('remote-picture', src) : this.refuse('picture');
    }
    // Up to four thirds of the bytes are decoded: no need to look at more.
    if (data.length > imageBytes.max * 2) {
      this.taken += 1;
      return this.refuse('large-picture');
    }
    return this.takeBytes(
      Buffer.from(
        data.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16))),
        'base64',
      ),
    );
  }

  /** Takes a picture that was kept before. */
  takeNamed(id: string): string | null {
    this.taken += 1;
    const media = this.known.get(id);
    return media === undefined ? this.refuse('picture') : this.keep(media);
  }

  takeBytes(bytes: Buffer): string | null {
    this.taken += 1;
    const mediaType = pictureType(bytes);
    if (mediaType === null) return this.refuse('picture');
    if (bytes.length > imageBytes.max) return this.refuse('large-picture');
    return this.keep({
      id: hashBytes(bytes),
      mediaType,
      bytes: bytes.length,
      data: bytes.toString('base64'),
    });
  }

  private keep(media: Media): string | null {
    if (!this.kept.has(media.id) && this.kept.size >= maxImages) return this.refuse('large-picture');
    this.kept.set(media.id, media);
    return media.id;
  }

  private refuse(kind: LossKindName, words = ''): null {
    this.losses.add(kind, `第${this.taken}张图片`, words);
    return null;
  }
}
