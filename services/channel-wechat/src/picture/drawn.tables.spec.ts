import { hashBytes, omissionsIn } from '@towncrier/content';
import { editionOf, samples } from '@towncrier/content/testing';
import type { Block } from '@towncrier/contracts';
import { sniffImage } from '@towncrier/media';
import { describe, expect, it } from 'vitest';
import { channel } from '../channel.ts';
import { withDrawnTables } from './drawn.tables.ts';

const cell = (text: string, colspan = 1) => ({
  type: 'tableCell' as const,
  attrs: { colspan },
  content: [{ type: 'text' as const, text }],
});
const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
const statement: Block = {
  type: 'table',
  attrs: { caption: '单位：万元' },
  content: [
    row(cell('农村饮水安全巩固提升工程', 3), ...[1, 2, 3, 4, 5].map((n) => cell(`${n}12,345.67`))),
    row(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => cell(`${n}98,765.43`))),
  ],
};
const edition = editionOf({ title: '绩效目标表', body: { type: 'doc', content: [statement] } });
const settings = { WECHAT_API_URL: 'http://127.0.0.1:9' };

describe('a table that a telephone can only show as a picture', { timeout: 30_000 }, () => {
  it('is drawn, the same bytes every time, named by them and sent like any other picture', async () => {
    const [one, two] = [await withDrawnTables(edition), await withDrawnTables(edition)];
    const [picture] = one.edition.content.media;
    const bytes = Buffer.from(picture?.data ?? '', 'base64');
    expect(sniffImage(bytes)).toBe('image/png');
    expect(hashBytes(bytes)).toBe(picture?.id);
    expect(two).toEqual(one);
    const { content, media } = await channel.render(edition, settings);
    expect(content).toContain(`src="media://${picture?.id}"`);
    expect(media.map(({ id }) => id)).toEqual([picture?.id]);
  });

  it('has its words as an alternative, and nothing of it counts as left out', async () => {
    const rendition = await channel.render(edition, settings);
    expect(rendition.content).toContain('alt="表格：单位：万元；农村饮水安全巩固提升工程，112,345.67，');
    expect(omissionsIn(edition.content, channel.readings(rendition))).toEqual([]);
  });

  it('makes no difference to any other notice', async () => {
    for (const sample of Object.values(samples)) expect((await withDrawnTables(sample)).edition).toBe(sample);
  });
});
