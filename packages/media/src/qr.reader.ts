import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let loaded: Promise<typeof import('zxing-wasm/reader')> | null = null;

/** The reader's own file instead of the network address it would fetch it from. Loaded on the first photo. */
function reader(): Promise<typeof import('zxing-wasm/reader')> {
  loaded ??= (async () => {
    const zxing = await import('zxing-wasm/reader');
    const wasm = await readFile(
      createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
    );
    zxing.prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
    return zxing;
  })();
  return loaded;
}

/** What the QR codes in a PNG or JPEG say; empty when there is none that can be read. */
export async function readQr(image: Uint8Array): Promise<readonly string[]> {
  const { readBarcodes } = await reader();
  const found = await readBarcodes(image, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 4,
  }).catch(() => []);
  return found.filter((code) => code.isValid).map((code) => code.text);
}
