import { firstWithin, type XmlElement } from '../xml/xml.element.ts';

/** What is cut off on each side, as a part of the whole: 0.1 is a tenth of the width or height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of a `pic:pic`: thousandths of a percent (ISO/IEC 29500-1 §20.1.8.55); null when nothing is cut off. */
export function cropOfPicture(picture: XmlElement): Crop | null {
  const cut = firstWithin(picture, 'a:srcRect')?.attributes ?? {};
  const side = (name: string): number => {
    const value = cut[name] ?? '0';
    return value.endsWith('%') ? Number.parseFloat(value) / 100 : Number(value) / 100_000;
  };
  return cropOf({ left: side('l'), top: side('t'), right: side('r'), bottom: side('b') });
}

/** Of a `v:imagedata`: a fraction, or 65,536ths with an `f` behind (ISO/IEC 29500-4 §14.1.2.11). */
export function cropOfImageData({ attributes }: XmlElement): Crop | null {
  const side = (name: string): number => {
    const value = attributes[name] ?? '0';
    return value.endsWith('f') ? Number.parseFloat(value) / 65_536 : Number(value);
  };
  return cropOf({
    left: side('cropleft'),
    top: side('croptop'),
    right: side('cropright'),
    bottom: side('cropbottom'),
  });
}

/** What cannot be read as a number is cut off whole: better too little is seen than what was hidden. */
function cropOf(crop: Crop): Crop | null {
  const sides = Object.entries(crop).map(([name, part]) => [name, Number.isNaN(part) ? 1 : part] as const);
  if (sides.every(([, part]) => part <= 0)) return null;
  const { left = 0, top = 0, right = 0, bottom = 0 } = Object.fromEntries(sides);
  return { left, top, right, bottom };
}
