import { Buffer } from 'node:buffer';
import { objectDocument, type PlacedObject } from '../objects/object.document.ts';
import type { WordPackage } from '../package/word.package.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import type { DrawObjects, MakePicture, NoPicture, Picture } from './pictures.ts';
import type { Reading } from './reading.ts';
import type { Block, PicturePiece } from './word.model.ts';

/** Who makes pictures. */
export interface Makers {
  readonly picture: MakePicture;
  readonly draw: DrawObjects | undefined;
}

/** Pictures that are made at the same time: two photos of a telephone are large. */
const atOnce = 2;

/** The address of every picture in use; one that cannot be shown, or not as it was, is a loss. */
export async function addressesOf(
  blocks: readonly Block[],
  reading: Reading,
  makers: Makers,
): Promise<ReadonlyMap<string, string | null>> {
  const pieces = piecesIn(blocks);
  const made = new Map<string, Picture | NoPicture | null>();
  await drawAll(pieces, made, reading, makers);
  await makeAll(pieces, made, reading, makers);
  for (const piece of pieces) tell(piece, made.get(piece.key) ?? null, reading);
  const seen = new Set(pieces);
  for (const piece of reading.objects) if (!seen.has(piece)) tell(piece, null, reading);
  return new Map([...made].map(([key, picture]) => [key, dataAddress(picture)]));
}

/** All objects at once: an office program takes long to start. */
async function drawAll(
  pieces: readonly PicturePiece[],
  made: Map<string, Picture | NoPicture | null>,
  { file }: Reading,
  { draw }: Makers,
): Promise<void> {
  const objects = pieces.flatMap(({ key, source }) => ('element' in source ? [{ key, source }] : []));
  if (draw === undefined || objects.length === 0) return;
  const written = await Promise.all(
    objects.map(async ({ key, source }) => ({ key, document: await documentOf(source, file) })),
  );
  const ready = written.flatMap(({ key, document }) => (document === null ? [] : [{ key, document }]));
  const drawn = await draw(ready.map(({ document }) => document));
  for (const [n, { key }] of ready.entries()) made.set(key, drawn[n] ?? null);
}

/** Null where the parts of an object are damaged: it is lost, and the rest of the document is not. */
async function documentOf(object: PlacedObject, file: WordPackage): Promise<Uint8Array | null> {
  try {
    return await objectDocument(object, file);
  } catch (error) {
    if (error instanceof WordUnreadable) return null;
    throw error;
  }
}

async function makeAll(
  pieces: readonly PicturePiece[],
  made: Map<string, Picture | NoPicture | null>,
  { file }: Reading,
  { picture }: Makers,
): Promise<void> {
  const waiting = pieces.values();
  const next = async (): Promise<void> => {
    for (const { key, source } of waiting) {
      if ('element' in source || made.has(key)) continue;
      made.set(key, null);
      const bytes = await file.zip.bytes(source.part);
      if (bytes !== null) made.set(key, await picture(bytes, source.crop ?? undefined));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

function tell(piece: PicturePiece, picture: Picture | NoPicture | null, { losses }: Reading): void {
  const { where, alt, standsFor, source } = piece;
  const words = alt || ('part' in source && typeof source.part === 'string' ? kindOf(source.part) : '');
  if (picture === null || 'lost' in picture) {
    if (standsFor !== null) losses.add(standsFor.kind, where, standsFor.words);
    else if (picture === null) losses.add('picture', where, words);
    else
      losses.add(
        picture.lost.kind,
        where,
        [words, picture.lost.words].filter((each) => each !== '').join('，'),
      );
    return;
  }
  if (standsFor !== null) losses.add('object-drawn', where, standsFor.words || alt);
  if (picture.told !== undefined) losses.add(picture.told.kind, where, picture.told.words);
  if ('crop' in source && source.crop !== null && picture.cropped !== true)
    losses.add('picture-crop', where, alt);
}

const dataAddress = (picture: Picture | NoPicture | null): string | null =>
  picture === null || 'lost' in picture
    ? null
    : `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;

const kindOf = (part: string): string => part.slice(part.lastIndexOf('.') + 1).toUpperCase();

const piecesIn = (blocks: readonly Block[]): readonly PicturePiece[] =>
  blocks.flatMap((block): readonly PicturePiece[] => {
    if (block.is === 'rule') return [];
    if (block.is === 'table') return block.pictures;
    return block.pieces.filter((piece) => piece.is === 'picture');
  });
