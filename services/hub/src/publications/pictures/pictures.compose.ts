import { join } from 'node:path';
import { FileStore } from '../../ports/file.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import { pictures as pictureDocs } from './picture.documents.ts';
import { PictureShelf } from './picture.shelf.ts';
import { PictureStore, type PictureTools } from './picture.store.ts';

export async function composePictures(
  { settings, store, broker, clock, log }: HubParts,
  fit: PictureTools['fit'],
): Promise<{ readonly pictures: PictureStore; readonly shelf: PictureShelf }> {
  const files = new FileStore(join(settings.TOWNCRIER_DATA, 'pictures'));
  const pictures = new PictureStore(await store.collection(pictureDocs), { files, clock, fit });
  return { pictures, shelf: new PictureShelf(pictures, broker, log) };
}
