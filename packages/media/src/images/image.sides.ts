import { loadSharp } from '../sharp.loader.ts';
import type { PictureSize } from './drawing.ts';

/** Of a picture as it is seen: upright. @throws Error when it is no image */
export async function imageSides(bytes: Uint8Array): Promise<PictureSize> {
  const { autoOrient } = await (await loadSharp())(bytes).metadata();
  return { width: autoOrient.width, height: autoOrient.height };
}
