import { pdfPictures } from '@towncrier/media';
import type { Paper, PosterSheet } from '../src/poster/poster.ts';
import { renderPoster } from '../src/poster/set.poster.ts';

/** The first sheet as a PNG, `width` pixels wide. @throws when there is none */
export async function firstPicture(
  of: PosterSheet,
  { paper, width = 1000 }: { readonly paper: Paper; readonly width?: number },
): Promise<Uint8Array> {
  const [picture] = await pdfPictures((await renderPoster(of, { paper })).pdf, width);
  if (picture === undefined) throw new Error('a sheet has a page');
  return picture;
}
