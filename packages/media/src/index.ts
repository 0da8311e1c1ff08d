export { fontPath, type FontName } from './fonts/font.files.ts';
export { fontChains, typstFonts, type Surface } from './fonts/font.chains.ts';
export { codePointOf, missingGlyphs } from './fonts/missing.glyphs.ts';
export { qrMatrix, qrPng, qrSvg, quietZone, type QrMatrix, type QrOptions } from './qr.ts';
export { readQr } from './qr.reader.ts';
export { loadTypesetter, type Job, type Typeset } from './typesetter.ts';
export { balanceTitle, wideLength } from './title.lines.ts';
export { dotLineHeight, dotsToPng, drawDotLine, type Dots } from './dots/dot.line.ts';
export { drawingSize, drawingToJpeg, drawingToPng, type PictureSize } from './images/drawing.ts';
export { shrinkImage, type ImageLimit } from './images/small.image.ts';
export { imageSides } from './images/image.sides.ts';
export { toPrintImage, type PrintImage } from './images/print.image.ts';
export { cleanImage, type CleanImage } from './images/clean.image.ts';
export { looksAlike, packedAnew } from './images/likeness.ts';
export { sniffImage, type ImageType } from './images/sniff.image.ts';
export { machineOffice, useOffice } from './office/machine.office.ts';
export { pdfPictures } from './office/pdf.pages.ts';
export type { Office, OfficeKind } from './office/office.ts';
export type { Crop } from './web-picture/crop.ts';
export {
  needsOffice,
  picturePages,
  webPicture,
  type NoPicture,
  type WebPicture,
  type WebPictureOptions,
} from './web-picture/web.picture.ts';
export { highest, type Guess } from './highest.ts';
export { columnWeights, typstDrawnCell, type DrawnCell } from './drawn.table.ts';
