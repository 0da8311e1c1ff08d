import { describe, expect, it } from 'vitest';
import { readQr } from './qr.reader.ts';
import { qrMatrix, qrPng, qrSvg, quietZone } from './qr.ts';

const address = 'https://gg.example.gov.cn/q/7K3QZP4M?e=1';

describe('a QR code', () => {
  it('is read back as what was put in', async () => {
    expect(await readQr(await qrPng(address))).toEqual([address]);
  });

  it('has a quiet zone of four modules in the drawing', async () => {
    const { size } = qrMatrix(address);
    expect(await qrSvg(address)).toContain(`viewBox="0 0 ${size + 2 * quietZone} ${size + 2 * quietZone}"`);
  });

  it('begins with the corner of a finder pattern', () => {
    const { dark } = qrMatrix(address);
    expect([dark(0, 0), dark(1, 1), dark(0, 7)]).toEqual([true, false, false]);
  });
});
