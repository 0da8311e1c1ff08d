import { describe, expect, it, vi } from 'vitest';
import type { EditionContent } from '../api/hub.types.ts';
import { screen, show } from '../testing/screen.tsx';
import type { Block } from './block.words.ts';
import type { Marked } from './marked.words.ts';
import { TextView } from './text.view.tsx';

const text = (words: string) => ({ type: 'text' as const, text: words });
const paragraph = (words: string): Block => ({ type: 'paragraph', content: [text(words)] });
const contentOf = (...content: Block[]): EditionContent => ({
  schemaVersion: 1,
  title: '停水通知',
  header: { issuer: '开远市水务局' },
  body: { type: 'doc', content },
  media: [],
});

async function shown(blocks: readonly Block[], marked: ReadonlyMap<number, readonly Marked[]> = new Map()) {
  const onMark = vi.fn();
  const user = show(<TextView content={contentOf(...blocks)} marked={marked} shown={1} onMark={onMark} />);
  await screen.findByText('停水通知');
  const block = (n: number) => document.querySelector(`[data-block="${n}"]`);
  return { user, onMark, block };
}

describe('a notice to read', () => {
  it('has headings below its title, lists with their numbers, and breaks', async () => {
    const { block } = await shown([
      { type: 'heading', attrs: { level: 2 }, content: [text('一、范围')] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph('灵泉东路')] }],
      },
      {
        type: 'paragraph',
        attrs: { align: 'right' },
        content: [text('水务局'), { type: 'hardBreak' }, text('11月')],
      },
      { type: 'quote', content: [paragraph('原文')] },
    ]);

    expect(block(0)?.querySelector('h3')?.textContent).toBe('一、范围');
    expect(block(1)?.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(block(2)?.querySelectorAll('br')).toHaveLength(1);
    expect(block(2)?.querySelector('p')?.style.textAlign).toBe('right');
    expect(block(3)?.querySelector('blockquote')?.textContent).toBe('原文');
  });

  it('has tables with merged cells, in a frame that scrolls by itself', async () => {
    const { block } = await shown([
      {
        type: 'table',
        attrs: { caption: '停水时间表' },
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2 }, content: [text('时间')] },
              { type: 'tableCell', attrs: { rowspan: 2 }, content: [text('8时')] },
            ],
          },
        ],
      },
    ]);

    expect(block(0)?.querySelector('caption')?.textContent).toBe('停水时间表');
    expect(block(0)?.querySelector('th')?.getAttribute('colspan')).toBe('2');
    expect(block(0)?.querySelector('td')?.getAttribute('rowspan')).toBe('2');
  });

  it('has pictures with their words, files, facts and whom to ask', async () => {
    const media = 'a'.repeat(64);
    const { block } = await shown([
      { type: 'image', attrs: { media, alt: '停水范围图', caption: '图一' } },
      { type: 'attachment', attrs: { name: '名单.pdf', href: 'https://www.example.gov.cn/a.pdf' } },
      { type: 'keyFacts', attrs: { facts: [{ label: '时间', value: '8时至18时' }] } },
      { type: 'contact', attrs: { name: '市水务局', phone: '0873-7123456' } },
      { type: 'divider' },
    ]);

    expect(block(0)?.querySelector('img')?.getAttribute('alt')).toBe('停水范围图');
    expect(block(0)?.querySelector('figcaption')?.textContent).toBe('图一');
    expect(block(1)?.textContent).toBe('附件：名单.pdf');
    expect(block(2)?.querySelector('dd')?.textContent).toBe('8时至18时');
    expect([...(block(3)?.querySelectorAll('dt') ?? [])].map((dt) => dt.textContent)).toEqual([
      '联系单位',
      '电话',
    ]);
    expect(block(4)?.querySelector('hr')).toBeTruthy();
  });

  it('marks the words that something is said about, and leads to it', async () => {
    const marked = new Map([[0, [{ from: 1, to: 3, mark: 1 }]]]);
    const { user, onMark, block } = await shown([paragraph('一号院停水')], marked);
    const mark = block(0)?.querySelector('mark');
    expect([mark?.textContent, mark?.className]).toEqual(['号院', 'shown']);
    if (mark) await user.click(mark);

    expect(onMark).toHaveBeenCalledWith(1);
  });
});
