import type { Block, EditionContent, Media } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { importSource } from './import-source.ts';
import { namePictures } from './name.pictures.ts';

const [inside, gone, stays] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const kept: Media = { id: 'd'.repeat(64), mediaType: 'image/jpeg', bytes: 9 };
const media = (id: string): Media => ({ id, mediaType: 'image/png', bytes: 3, data: 'AAAA' });
const image = (id: string, alt = '', caption?: string): Block => ({
  type: 'image',
  attrs: { media: id, alt, ...(caption === undefined ? {} : { caption }) },
});
const paragraph = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const withBody = (...content: Block[]): EditionContent => ({
  ...samples.water.content,
  media: [inside, gone, stays].map(media),
  body: { type: 'doc', content },
});

describe('pictures that came inside', () => {
  const named = new Map([
    [inside, kept],
    [gone, null],
  ]);

  it('are named as they were kept, wherever they stand', () => {
    const item = (block: Block) => ({ type: 'listItem' as const, content: [block] });
    const list = (block: Block): Block => ({ type: 'bulletList', content: [item(block)] });
    const quote = (block: Block): Block => ({ type: 'quote', content: [block] });
    const { body, media: carried } = namePictures(
      withBody(image(inside, '阀门'), list(quote(image(inside))), image(stays)),
      named,
    );
    expect(body.content).toEqual([image(kept.id, '阀门'), list(quote(image(kept.id))), image(stays)]);
    expect(carried).toEqual([kept, media(stays)]);
  });

  it('are named in numbered lists too, and all that is no picture stays as it is', () => {
    const cell = { type: 'tableCell' as const, content: [{ type: 'text' as const, text: '东路' }] };
    const others: Block[] = [
      paragraph('停水'),
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '范围' }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      { type: 'attachment', attrs: { name: '名单', href: 'https://www.example.gov.cn/a' } },
      { type: 'keyFacts', attrs: { facts: [{ label: '时间', value: '明日' }] } },
      { type: 'divider' },
    ];
    const list = (id: string): Block => ({
      type: 'orderedList',
      content: [{ type: 'listItem', content: [image(id), paragraph('停水')] }],
    });
    expect(namePictures(withBody(list(inside), ...others), named).body.content).toEqual([
      list(kept.id),
      ...others,
    ]);
  });

  it('leave their words where they could not be kept', () => {
    const { body } = namePictures(
      withBody(image(gone, '阀门', '图一 阀门'), image(gone, '阀门'), image(gone)),
      named,
    );
    expect(body.content).toEqual(['［图片：图一 阀门］', '［图片：阀门］', '［图片］'].map(paragraph));
  });
});

describe('a source that names a picture', () => {
  const known = new Map([[kept.id, kept]]);
  const source = `# 关于灵泉东路停水的公告\n\n![现场](media:${kept.id})\n`;
  const asWritten = { format: 'markdown', source, header: { issuer: '开远市水务局' } } as const;

  it('carries it without its bytes', () => {
    const { content, losses } = importSource(asWritten, known);
    expect(content?.media).toEqual([kept]);
    expect(content?.body.content).toContainEqual(image(kept.id, '现场'));
    expect(losses).toEqual([]);
  });

  it('and is our own model, comes back as it was', () => {
    const first = importSource(asWritten, known).content;
    const { body, media: carried, title, header } = first as EditionContent;
    const again = importSource(
      { format: 'document', source: JSON.stringify({ body, media: carried }), title, header },
      known,
    );
    expect(again.content).toEqual(first);
  });

  it('that nobody kept, says so', () => {
    const { content, losses } = importSource(asWritten);
    expect(content?.media).toEqual([]);
    expect(losses).toMatchObject([{ kind: 'picture', where: '第1张图片' }]);
  });
});
