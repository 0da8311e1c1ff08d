/** Pixels as bytes of red, green and blue, row by row from the top. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface BmpHead {
  readonly width: number;
  readonly height: number;
  readonly fromTop: boolean;
  readonly bits: number;
  readonly compression: number;
  readonly pixelsAt: number;
  readonly paletteAt: number;
}

const fileHead = 14;
const oldestHead = 40;
/** Uncompressed, and uncompressed with masks that are the usual ones. */
const [plain, masked] = [0, 3];

/** Width and height of a BMP as its head says; null for what is none of the usual kinds. */
export function bmpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  return headOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/**
 * The pixels of a BMP of 1, 4, 8, 24 or 32 bits that is not compressed; null for all others and for one that is
 * cut off. How bright its unused fourth byte is says nothing: Windows does not write it.
 */
export function bmpPixels(bytes: Uint8Array): Pixels | null {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = headOf(from);
  if (head === null || !isPlain(head, from)) return null;
  const { width, height, bits } = head;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (head.pixelsAt + stride * height > from.length) return null;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = head.pixelsAt + stride * (head.fromTop ? y : height - 1 - y);
    for (let x = 0; x < width; x += 1) {
      const at = bits < 24 ? head.paletteAt + 4 * indexAt(from, row, x, bits) : row + (x * bits) / 8;
      data[(y * width + x) * 3] = from[at + 2] ?? 0;
      data[(y * width + x) * 3 + 1] = from[at + 1] ?? 0;
      data[(y * width + x) * 3 + 2] = from[at] ?? 0;
    }
  }
  return { data, width, height };
}

function headOf(from: Buffer): BmpHead | null {
  if (from.length < fileHead + oldestHead || from.toString('latin1', 0, 2) !== 'BM') return null;
  const size = from.readUInt32LE(fileHead);
  const rows = from.readInt32LE(22);
  const [width, height] = [from.readInt32LE(18), Math.abs(rows)];
  if (size < oldestHead || width <= 0 || height === 0) return null;
  return {
    width,
    height,
    fromTop: rows < 0,
    bits: from.readUInt16LE(28),
    compression: from.readUInt32LE(30),
    pixelsAt: from.readUInt32LE(10),
    paletteAt: fileHead + size,
  };
}

function isPlain({ bits, compression }: BmpHead, from: Buffer): boolean {
  if (compression === plain) return [1, 4, 8, 24, 32].includes(bits);
  // the masks stand where a larger head has its own place for them
  const masks = [54, 58, 62].map((at) => (from.length >= at + 4 ? from.readUInt32LE(at) : 0));
  return compression === masked && bits === 32 && masks.join() === [0xff0000, 0xff00, 0xff].join();
}

function indexAt(from: Buffer, row: number, x: number, bits: number): number {
  const byte = from[row + Math.floor((x * bits) / 8)] ?? 0;
  return (byte >> (8 - bits - ((x * bits) % 8))) & (2 ** bits - 1);
}
