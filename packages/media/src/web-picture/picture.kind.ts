import { sniffImage } from '../images/sniff.image.ts';

/** What a picture is by its first bytes. */
export type PictureKind = 'web' | 'tiff' | 'avif' | 'bmp' | 'heic' | 'metafile' | 'unknown';

const hevc = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis']);

/** By the bytes, whatever their name says. */
export function pictureKind(bytes: Uint8Array): PictureKind {
  if (sniffImage(bytes) !== null) return 'web';
  const head = Buffer.from(bytes.subarray(0, 44));
  const letters = (at: number, length: number): string => head.toString('latin1', at, at + length);
  if (letters(0, 4) === 'II*\0' || letters(0, 4) === 'MM\0*') return 'tiff';
  if (letters(4, 4) === 'ftyp') return heifKind(bytes);
  if (letters(0, 2) === 'BM' && head.length >= 30) return 'bmp';
  if (isMetafile(head)) return 'metafile';
  return 'unknown';
}

/** ISO/IEC 23008-12: the brands of the file type box say how the picture in it is coded. */
function heifKind(bytes: Uint8Array): PictureKind {
  const box = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const brands = [8, ...Array.from({ length: 12 }, (_, n) => 16 + 4 * n)].map((at) => box.slice(at, at + 4));
  if (brands.some((brand) => hevc.has(brand))) return 'heic';
  return brands.some((brand) => brand === 'avif' || brand === 'avis') ? 'avif' : 'unknown';
}

/** An EMF begins with a record of type 1 and has its mark at byte 40; a WMF has one of two heads. */
function isMetafile(head: Buffer): boolean {
  if (head.length < 18) return false;
  if (head.readUInt32LE(0) === 1) return head.length >= 44 && head.toString('latin1', 40, 44) === ' EMF';
  if (head.readUInt32LE(0) === 0x9ac6cdd7) return true;
  const [type, headerWords, version] = [head.readUInt16LE(0), head.readUInt16LE(2), head.readUInt16LE(4)];
  return (type === 1 || type === 2) && headerWords === 9 && (version === 0x100 || version === 0x300);
}
