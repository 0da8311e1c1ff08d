import { Buffer } from 'node:buffer';
import type { PicturePiece } from './word.model.ts';
import type { Block } from './word.model.ts';
import type { Reading } from './reading.ts';

export interface Picture {
  /** `image/png` and so on, as browsers know it. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

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

/** The address of every picture in use; one that cannot be shown is a loss. */
export async function addressesOf(
  blocks: readonly Block[],
  reading: Reading,
  convert: (bytes: Uint8Array) => Promise<Picture | null>,
): Promise<ReadonlyMap<string, string | null>> {
  const addresses = new Map<string, string | null>();
  for (const { part, alt, where } of piecesIn(blocks)) {
    if (!addresses.has(part)) {
      const bytes = await reading.file.zip.bytes(part);
      const picture = bytes === null ? null : await convert(bytes);
      addresses.set(part, picture === null ? null : dataAddress(picture));
    }
    if (addresses.get(part) === null) reading.losses.add('picture', where, alt || kindOf(part));
  }
  return addresses;
}

const dataAddress = ({ type, bytes }: Picture): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

const kindOf = (part: string): string => part.slice(part.lastIndexOf('.') + 1).toUpperCase();

const piecesIn = (blocks: readonly Block[]): readonly PicturePiece[] =>
  blocks.flatMap((block): readonly PicturePiece[] => {
    if (block.is === 'rule') return [];
    if (block.is === 'table') return block.pictures;
    return block.pieces.filter((piece) => piece.is === 'picture');
  });
