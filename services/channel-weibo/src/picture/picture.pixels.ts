import { packedAnew, pdfPictures } from '@towncrier/media';
import type { NoticePicture } from './notice.picture.ts';

/** statuses/share takes a JPEG, GIF or PNG below 5 MB: open.weibo.com/wiki/2/statuses/share */
const under = 5_000_000;

/** It takes seconds to draw a long one, and each is a few megabytes: the last few are kept, by the id of the picture. */
const drawn = new Map<string, Promise<Uint8Array>>();
const most = 4;

/** The picture as the platform takes it: a PNG, or a JPEG where that would be too large. */
export function pixelsOf(picture: NoticePicture): Promise<Uint8Array> {
  const pixels = drawn.get(picture.id) ?? draw(picture);
  drawn.delete(picture.id);
  drawn.set(picture.id, pixels);
  pixels.catch(() => drawn.delete(picture.id));
  const [oldest] = drawn.keys();
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest);
  return pixels;
}

async function draw({ pdf, width }: NoticePicture): Promise<Uint8Array> {
  const [png] = await pdfPictures(pdf, width);
  if (png === undefined) throw new Error('the picture of a notice has no page');
  return png.length < under ? png : packedAnew(png, 80);
}

/** Pixels. */
const previewWidth = 480;

/** Smaller, for a person to look at before it is approved: whoever previews all channels does not wait for this one. */
export async function previewPixels({ pdf }: NoticePicture): Promise<Uint8Array> {
  const [png] = await pdfPictures(pdf, previewWidth);
  if (png === undefined) throw new Error('the picture of a notice has no page');
  return png;
}
