export { fontPath, type FontName } from './fonts/font.files.ts';
export { missingGlyphs } from './fonts/missing.glyphs.ts';
export { qrMatrix, qrPng, qrSvg, quietZone, type QrMatrix, type QrOptions } from './qr.ts';
export { renderStripPage, type StripOptions } from './screens/strip.page.ts';
export { renderScreenPage, type ScreenPage } from './screens/screen.page.ts';
export { renderPoster, renderPosterPreview } from './poster/set.poster.ts';
export type {
  Paper,
  Poster,
  PosterBlock,
  PosterCell,
  PosterFact,
  PosterLayout,
  PosterRun,
  PosterSheet,
} from './poster/poster.ts';
export { toWechatImage } from './images/wechat.image.ts';
export { coverImage, type Cover, type CoverSize } from './images/cover.image.ts';
export { cleanImage, type CleanImage } from './images/clean.image.ts';
export { sniffImage, type ImageType } from './images/sniff.image.ts';
