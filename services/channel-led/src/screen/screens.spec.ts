import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readQr } from '@towncrier/media';
import { renderScreenPage } from './screen.page.ts';
import { renderStripPage } from './strip.page.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Pixels, from the head of a PNG. */
const sizeOf = (png: Uint8Array): readonly [number, number] => [
  Buffer.from(png).readUInt32BE(16),
  Buffer.from(png).readUInt32BE(20),
];
const strip = { width: 384, height: 64, cell: 16 };
const notice = {
  title: '关于灵泉东路停水检修的通知',
  paragraphs: ['因供水管网检修，灵泉东路沿线停水。', '电话：0873-7123456'],
  footer: '开远市水务局',
  counter: '1 / 1',
  width: 1920,
  height: 1080,
};

describe('a page for a one-colour strip', { timeout: 30_000 }, () => {
  const lines = ['关于灵泉东路停水检修的通知', '一，二。<&>', '', '电话：0873-7123456'];

  it('is a 1-bit PNG of exactly the size of the strip', async () => {
    const page = Buffer.from(await renderStripPage(lines, strip));
    expect(sizeOf(page)).toEqual([384, 64]);
    // IHDR: bit depth and colour type (3 = palette).
    expect([page[24], page[25]]).toEqual([1, 3]);
  });

  it('has the same bytes every time', async () => {
    expect(sha(await renderStripPage(lines, strip))).toBe(sha(await renderStripPage([...lines], strip)));
  });

  it('refuses lines that do not fit instead of losing their ends', async () => {
    await expect(renderStripPage(['长'.repeat(25)], strip)).rejects.toThrow(RangeError);
    await expect(renderStripPage(['一', '二', '三', '四', '五'], strip)).rejects.toThrow(RangeError);
  });
});

describe('a page for a full-colour screen', { timeout: 30_000 }, () => {
  it('fills the screen exactly and has the same bytes every time', async () => {
    const [one, two] = [await renderScreenPage(notice), await renderScreenPage({ ...notice })];
    expect(sizeOf(one)).toEqual([1920, 1080]);
    expect(sha(one)).toBe(sha(two));
  });

  it('carries a code that a reader finds on the screen', async () => {
    const qr = 'https://www.example.gov.cn/n/7K3QZP4M.html';
    expect(await readQr(await renderScreenPage({ ...notice, qr }))).toEqual([qr]);
  });

  it('takes a portrait screen as well', async () => {
    expect(sizeOf(await renderScreenPage({ ...notice, width: 1080, height: 1920 }))).toEqual([1080, 1920]);
  });

  it('takes words for words, never for markup', async () => {
    await expect(
      renderScreenPage({ ...notice, paragraphs: ['#read("/etc/passwd") *x* $y$ <a> \\'] }),
    ).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses more words than can be read', async () => {
    await expect(
      renderScreenPage({ ...notice, paragraphs: Array.from({ length: 60 }, () => '长'.repeat(30)) }),
    ).rejects.toThrow(RangeError);
  });
});
