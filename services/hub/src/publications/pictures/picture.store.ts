import { media as mediaSchema, type Media } from '@towncrier/contracts';
import { hashBytes, type KnownPictures } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import type { FileStore } from '../../ports/file.store.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { PictureDoc } from './picture.documents.ts';

/** A picture made fit for the web: upright, small, with nothing hidden in it. */
export interface FitPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface PictureTools {
  readonly files: FileStore;
  readonly clock: Clock;
  /** Null for what is no picture, or a damaged one. */
  readonly fit: (original: Uint8Array) => Promise<FitPicture | null>;
}

export interface KeptPicture {
  readonly media: Media;
  readonly bytes: Uint8Array;
}

/** Pictures by the SHA-256 of their bytes, each with the original it was made from. */
export class PictureStore {
  constructor(
    private readonly docs: Collection<PictureDoc>,
    private readonly tools: PictureTools,
  ) {}

  /** Keeps a picture as it was handed in, and as the web shows it. Null for what is none. */
  async take(original: Uint8Array): Promise<KeptPicture | null> {
    const hash = hashBytes(original);
    const known = (await this.docs.get(hash)) ?? (await this.madeFrom(hash));
    if (known !== null) return { media: mediaOf(known), bytes: await this.tools.files.get(known._id) };
    const fit = await this.tools.fit(original);
    if (fit === null) return null;
    const id = hashBytes(fit.bytes);
    await this.tools.files.put(hash, original);
    await this.tools.files.put(id, fit.bytes);
    const at = this.tools.clock().toISOString();
    const mediaType = mediaSchema.shape.mediaType.parse(fit.type);
    const media = { mediaType, bytes: fit.bytes.length };
    await this.docs.insert({ _id: id, ...media, original: hash, at });
    return { media: { id, ...media }, bytes: fit.bytes };
  }

  /** Those of these ids that are kept. */
  async known(ids: Iterable<string>): Promise<KnownPictures> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.docs.get(id)));
    return new Map(found.flatMap((doc) => (doc === null ? [] : [[doc._id, mediaOf(doc)]])));
  }

  /** Null for a picture that nobody handed in. */
  async find(id: string): Promise<KeptPicture | null> {
    const doc = await this.docs.get(id);
    if (doc === null) return null;
    const bytes = await this.tools.files.get(id);
    if (hashBytes(bytes) !== id) throw new Error(`the file of picture ${id} was changed on the disk`);
    return { media: mediaOf(doc), bytes };
  }

  private async madeFrom(original: string): Promise<PictureDoc | null> {
    return (await this.docs.find({ original }, { limit: 1 })).items[0] ?? null;
  }
}

const mediaOf = ({ _id: id, mediaType, bytes }: PictureDoc): Media => ({ id, mediaType, bytes });
