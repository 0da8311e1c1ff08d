import { describe, expect, it } from 'vitest';
import type { Block } from '@towncrier/contracts';
import { renderPlain } from '../reading/plain.ts';
import { importText, textBlocks } from './import-text.ts';
import { recognise } from './recognise.ts';

const read = (...lines: readonly string[]) => importText(lines.join('\n'));
const textOf = (recognised: ReturnType<typeof read>): readonly string[] =>
  renderPlain({ type: 'doc', content: [...recognised.blocks] }).split('\n');
const alignsOf = (recognised: ReturnType<typeof read>) =>
  recognised.blocks.map((block) =>
    block.type === 'paragraph' ? (block.attrs?.align ?? 'left') : block.type,
  );

describe('a government document', () => {
  it('gives up a title that was named elsewhere only where it says the same', () => {
    const imported = textBlocks('关于停水的通知\n明日停水。');
    expect(recognise(imported, { title: '关于“停水”的通知' }).blocks).toHaveLength(1);
    expect(recognise(imported, { title: '另一个通知' }).blocks).toHaveLength(2);
    expect(recognise(imported, { title: '另一个通知' }).title).toBe('另一个通知');
  });

  it('takes its title from a heading at its top, or from its first lines', () => {
    const heading = (text: string) => ({
      type: 'heading' as const,
      attrs: { level: 2 as const },
      content: [{ type: 'text' as const, text }],
    });
    const rest = textBlocks('明日停水。').blocks;
    const of = (titles: readonly string[], ...blocks: readonly Block[]) =>
      recognise({ blocks: [...blocks, ...rest], media: [], losses: [], titles });
    const shown = ({ title, blocks }: ReturnType<typeof of>) => [title, blocks.length];

    expect(shown(of([], heading('关于停水的通知')))).toEqual(['关于停水的通知', 1]);
    expect(shown(of(['关于停水的通知'], heading('关于停水的通知')))).toEqual(['关于停水的通知', 1]);
    expect(shown(of(['一、总体要求'], heading('一、总体要求')))).toEqual([null, 2]);
    expect(shown(of(['总体要求', '任务'], heading('总体要求'), heading('任务')))).toEqual([null, 3]);
    const first = textBlocks('关于停电的通知').blocks[0] as Block;
    expect(shown(of(['说明'], first, heading('说明')))).toEqual(['关于停电的通知', 2]);
  });

  it.each([
    ['开政发〔2026〕3号', true],
    ['开政发[2026]第3号', true],
    ['开政发（2026） 3号', true],
    ['公告2026年3号', false],
    ['开政发〔26〕3号', false],
  ])('has %s on a line of its own for its number: %s', (line, taken) => {
    const { header } = read('关于停水的通知', line, '明日停水。');
    expect(header.documentNumber).toBe(taken ? line : undefined);
  });

  it('believes the header block more than the text', () => {
    const { header } = read(
      '文号：开政发〔2026〕3号',
      '成文日期：2026-02-01',
      '发布机构：开远市政府',
      '关于停水的通知',
      '开水发〔2026〕7号',
      '明日停水。',
      '开远市水务局',
      '2026年2月28日',
    );
    expect(header).toEqual({
      documentNumber: '开政发〔2026〕3号',
      writtenOn: '2026-02-01',
      issuer: '开远市政府',
    });
  });

  it('sets signature and date at the right, a date alone too, and nothing where there is no date', () => {
    expect(alignsOf(read('关于停水的通知', '明日停水。', '开远市水务局', '2026年2月28日'))).toEqual([
      'left',
      'right',
      'right',
    ]);
    expect(alignsOf(read('关于停水的通知', '明日停水。', '2026年2月28日'))).toEqual(['left', 'right']);
    expect(alignsOf(read('关于停水的通知', '明日停水。', '开远市水务局'))).toEqual(['left', 'left']);
    expect(alignsOf(read('关于停水的通知', '2026年2月28日', '明日停水。'))).toEqual(['right', 'left']);
  });

  it('is signed by an organ, in a name of at most thirty characters', () => {
    const signer = (line: string) => read('停水安排', '明日停水。', line, '2026年2月28日').header.issuer;
    expect(signer('开远市水务局（供水科）办公室')).toBe('开远市水务局（供水科）办公室');
    expect(signer('水务局3科')).toBeUndefined();
    expect(signer(`${'长'.repeat(29)}局`)).toBe(`${'长'.repeat(29)}局`);
    expect(signer(`${'长'.repeat(30)}局`)).toBeUndefined();
  });

  it('centres the title of what is enclosed after the date, on one line, when something follows it', () => {
    const enclosed = read(
      '关于停水的通知',
      '明日停水。',
      '2026年2月28日',
      '附件1',
      '开远市停水',
      '应急方案',
      '先储水。',
    );
    expect(alignsOf(enclosed)).toEqual(['left', 'right', 'left', 'center', 'left']);
    expect(textOf(enclosed)[3]).toBe('开远市停水应急方案');
    expect(alignsOf(read('关于停水的通知', '停水。', '2026年2月28日', '应急方案'))).toEqual([
      'left',
      'right',
      'left',
    ]);
    expect(alignsOf(read('关于停水的通知', '停水。', '2026年2月28日', '抄送单位', '水务局'))).toEqual([
      'left',
      'right',
      'left',
      'left',
    ]);
  });

  it.each(['附件', '附件12', '附件3：'])('has the title of what is enclosed under %s, in bold', (mark) => {
    const { blocks } = read('关于停水的通知', '停水。', '2026年2月28日', mark, '应急方案', '一。', '二。');
    expect(blocks.slice(2)).toMatchObject([
      { content: [{ text: mark }] },
      { attrs: { align: 'center' }, content: [{ text: '应急方案', marks: [{ type: 'bold' }] }] },
      { content: [{ text: '一。' }] },
      { content: [{ text: '二。' }] },
    ]);
  });

  it.each(['见附件1', '附件123'])('encloses nothing under %s', (line) => {
    expect(alignsOf(read('关于停水的通知', '停水。', '2026年2月28日', line, '应急方案。', '一。'))).toEqual([
      'left',
      'right',
      'left',
      'left',
      'left',
    ]);
  });

  it('says all that was taken off above its title', () => {
    expect(read('特急', '开远市水务局文件', '关于停水的通知', '停水。').losses).toEqual([
      { kind: 'page-header', where: '标题之上', count: 1, excerpt: '特急 开远市水务局文件' },
    ]);
  });

  it('has its imprint in its last four lines, and nowhere before', () => {
    const types = (...lines: readonly string[]) =>
      read('关于停水的通知', ...lines).blocks.flatMap(({ type }, i) => (type === 'divider' ? [i] : []));
    expect(types('停水。', '抄送：水务局。')).toEqual([1]);
    expect(types('停水。', '抄送：水务局。', '一。', '二。', '三。')).toEqual([1]);
    expect(types('停水。', '抄送：水务局。', '一。', '二。', '三。', '四。')).toEqual([]);
  });

  it('has its imprint apart under a line, and one line is enough', () => {
    const lines = ['关于停水的通知', '明日停水。', '开远市水务局', '2026年2月28日', '抄送：市政府办公室。'];
    const types = (blocks: readonly Block[]) =>
      recognise({ blocks, media: [], losses: [], titles: [] }).blocks.map(({ type }) => type);
    const { blocks } = textBlocks(lines.join('\n'));
    const apart = ['paragraph', 'paragraph', 'paragraph', 'divider', 'paragraph'];
    expect(types(blocks)).toEqual(apart);
    expect(types(blocks.toSpliced(-1, 0, { type: 'divider' }))).toEqual(apart);
    expect(types([...blocks, { type: 'divider' }])).toEqual([...apart, 'divider']);
    expect(types(textBlocks('抄送：市政府办公室。').blocks)).toEqual(['paragraph']);
  });

  it('without any of its parts comes back as it is', () => {
    expect(recognise({ blocks: [{ type: 'divider' }], media: [], losses: [], titles: [] })).toEqual({
      title: null,
      header: {},
      blocks: [{ type: 'divider' }],
      losses: [],
    });
  });
});
