import { cutOf, type Cut } from '@towncrier/content';
import type { Illustration, PictureFocus } from '@towncrier/contracts';
import { imageSides } from '@towncrier/media';

/** The shapes in which the platform shows a cover: above the newest article, and beside all others. */
export const coverShapes = [
  { title: '公众号封面', width: 900, height: 383 },
  { title: '公众号方形封面', width: 1, height: 1 },
] as const;

export interface LeadPicture {
  readonly media: string;
  readonly focus: PictureFocus;
}
/** A rendition, as far as its cover goes. */
export interface Led {
  readonly lead?: LeadPicture;
  readonly media: readonly Illustration[];
}

/** The bytes of the picture that stands for the text; null where there is none, or it is not at hand. */
export function leadBytes({ lead, media }: Led): Uint8Array | null {
  const found = media.find(({ id }) => id === lead?.media);
  return found === undefined ? null : Buffer.from(found.data, 'base64');
}

/** How the platform is to cut the cover, as `draft/add` takes it; nothing where it is made of the title. */
export async function cutsOf(rendition: Led): Promise<{ pic_crop_235_1?: string; pic_crop_1_1?: string }> {
  const bytes = leadBytes(rendition);
  if (bytes === null || rendition.lead === undefined) return {};
  const { focus } = rendition.lead;
  const sides = await imageSides(bytes);
  const [wide, square] = coverShapes;
  return {
    pic_crop_235_1: inWords(cutOf(sides, wide, focus)),
    pic_crop_1_1: inWords(cutOf(sides, square, focus)),
  };
}

/** Left, top, right, bottom; no more than six digits behind the point. */
const inWords = ({ left, top, right, bottom }: Cut): string =>
  [left, top, right, bottom].map((share) => String(Number(share.toFixed(6)))).join('_');
