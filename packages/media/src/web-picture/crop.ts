/** How much of a picture is cut off on each side, as parts of the whole: 0.1 is a tenth of its width or height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels that are left, at least one. Whatever touches the line is cut off: what was hidden must not show
 * by a pixel.
 */
export function cutOut(
  crop: Crop,
  { width, height }: Size,
): Size & { readonly left: number; readonly top: number } {
  const [left, wide] = stretch(crop.left, crop.right, width);
  const [top, high] = stretch(crop.top, crop.bottom, height);
  return { left, top, width: wide, height: high };
}

function stretch(before: number, behind: number, length: number): [from: number, long: number] {
  const from = Math.min(Math.ceil(part(before) * length), length - 1);
  const to = Math.max(Math.floor((1 - part(behind)) * length), from + 1);
  return [from, to - from];
}

/** A negative part is white around the picture: nothing is cut off. */
const part = (given: number): number => Math.min(Math.max(given, 0), 1);
