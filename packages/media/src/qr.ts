import { createRequire } from 'node:module';
import type { QRCodeErrorCorrectionLevel } from 'qrcode';

/**
 * Level Q restores about a quarter of a damaged symbol; it also carries on with a fifth of its side covered.
 */
export interface QrOptions {
  readonly level?: QRCodeErrorCorrectionLevel;
}
export interface QrMatrix {
  readonly size: number;
  readonly dark: (row: number, column: number) => boolean;
}

const require = createRequire(import.meta.url);
/** Loaded with the first code. */
const qrcode = (): typeof import('qrcode') => require('qrcode') as typeof import('qrcode');

/** ISO/IEC 18004: four modules on every side. */
export const quietZone = 4;

export function qrMatrix(text: string, { level = 'Q' }: QrOptions = {}): QrMatrix {
  const { modules } = qrcode().create(text, { errorCorrectionLevel: level });
  return { size: modules.size, dark: (row, column) => Boolean(modules.get(row, column)) };
}

/** Black on white, quiet zone included. */
export function qrSvg(text: string, { level = 'Q' }: QrOptions = {}): Promise<string> {
  return qrcode().toString(text, { type: 'svg', errorCorrectionLevel: level, margin: quietZone });
}

/** `width` in pixels, quiet zone included; rounded down to whole modules. */
export function qrPng(
  text: string,
  { level = 'Q', width = 600 }: QrOptions & { width?: number } = {},
): Promise<Uint8Array> {
  const modules = qrMatrix(text, { level }).size + 2 * quietZone;
  return qrcode().toBuffer(text, {
    type: 'png',
    errorCorrectionLevel: level,
    margin: quietZone,
    scale: Math.max(1, Math.floor(width / modules)),
  });
}
