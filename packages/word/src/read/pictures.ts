import { Buffer } from 'node:buffer';
import type { LossKindName } from '@towncrier/content/losses';
import type { Crop } from '../objects/crop.ts';

/** What an editor must know about a picture beside its place. */
export interface PictureLoss {
  readonly kind: LossKindName;
  readonly words: string;
}

export interface Picture {
  /** `image/png` and so on, as browsers know it. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Only what the document shows of it is in `bytes`. Whoever was asked to cut it and did not is noticed. */
  readonly cropped?: boolean;
  /** It is not all that the original was. */
  readonly told?: PictureLoss;
}

/** Why there is none, for the editor. */
export interface NoPicture {
  readonly lost: PictureLoss;
}

/**
 * Makes a picture fit for the public, from whatever lies in the file; null for what is none.
 * @param crop the part of it that the document shows
 */
export type MakePicture = (bytes: Uint8Array, crop?: Crop) => Promise<Picture | NoPicture | null>;

/** Draws small Word documents, each with one object in it; null for what it cannot. */
export type DrawObjects = (documents: readonly Uint8Array[]) => Promise<readonly (Picture | null)[]>;

const signatures: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/** As it lies in the file; null for what browsers do not show (EMF, WMF, TIFF …). */
export function asItIs(bytes: Uint8Array): Picture | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const type = signatures.find(([, signature]) => signature.test(head))?.[0];
  return type === undefined ? null : { type, bytes };
}
