import { editionOf, paragraph, samples } from '@towncrier/content/testing';
import { hashBytes } from '@towncrier/content';
import { sniffImage } from '@towncrier/media';
import { describe, expect, it } from 'vitest';
import { pixelsOf } from './picture.pixels.ts';
import { noticePicture } from './notice.picture.ts';

const notice = (...words: readonly string[]) =>
  editionOf({ title: '通知', body: { type: 'doc', content: words.map((one) => paragraph(one)) } });

describe('the picture of a notice', { timeout: 60_000 }, () => {
  it('is the same bytes every time, and a picture that the platform takes', async () => {
    const picture = await noticePicture(samples.table);
    if (picture === null) throw new Error('there is a picture');
    expect(hashBytes(picture.pdf)).toBe(picture.id);
    expect((await noticePicture(structuredClone(samples.table)))?.id).toBe(picture.id);
    const pixels = await pixelsOf(picture);
    expect(sniffImage(pixels)).toBe('image/png');
    expect(pixels.length).toBeLessThan(5_000_000);
    expect(await pixelsOf(picture)).toBe(pixels);
  });

  it('has every word of the longest plan, and says that the page counts', async () => {
    const picture = await noticePicture(samples.plan);
    expect(picture?.words).toContain('不断提升公众满意度和获得感。');
    expect(picture?.words).toContain(`以网站全文为准：${samples.plan.links.page}`);
  });

  it('ends with where all of it stands when it would be longer than a telephone shows', async () => {
    const long = notice(...Array.from({ length: 400 }, (_, n) => `第${n}段${'字'.repeat(90)}`));
    const picture = await noticePicture(long);
    expect(picture?.height).toBeLessThanOrEqual(24_000);
    expect(picture?.height).toBeGreaterThan(18_000);
    expect(picture?.words).toContain('未完，全文见 https://www.example.gov.cn/n/7K3QZP4M.html');
    expect(picture?.words).not.toContain('第399段');
  });

  it('tells of a correction on top', async () => {
    expect((await noticePicture(samples.correction))?.words).toContain('更正 抢修时间由26日改为25日');
  });

  it('is none where no font has a letter of it', async () => {
    expect(await noticePicture(notice('公示：\u{E123}某某'))).toBeNull();
  });
});
