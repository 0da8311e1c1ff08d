import type { Block, PictureFocus } from '@towncrier/contracts';
import { picturesIn } from '../reading/pictures.ts';

/** Width and height; only how they stand to each other matters. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}
/** A part of a picture in shares of its width and height: 0 is its left and top, 1 its right and bottom. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The largest part of a picture that has this shape. Its focal point stands as far from the left and the top of the
 * part as it does of the picture, so that it is always inside; it is what a browser draws for `object-fit: cover`
 * with the focal point as `object-position`.
 */
export function cutOf(picture: Sides, shape: Sides, { x, y }: PictureFocus): Cut {
  const wide = (shape.width / shape.height) * (picture.height / picture.width);
  const [width, height] = wide < 1 ? [wide, 1] : [1, 1 / wide];
  const [left, top] = [x * (1 - width), y * (1 - height)];
  return { left, top, right: Math.min(1, left + width), bottom: Math.min(1, top + height) };
}

/** The picture that stands for a text where there is room for one: the first whose focal point somebody set. */
export function leadPicture(
  blocks: readonly Block[],
): { readonly media: string; readonly focus: PictureFocus } | null {
  for (const { attrs } of picturesIn(blocks))
    if (attrs.focus !== undefined) return { media: attrs.media, focus: attrs.focus };
  return null;
}
