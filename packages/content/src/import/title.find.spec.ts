import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../reading/inline.text.ts';
import { findTitle } from './title.find.ts';

const content = (text: string) => [{ type: 'text' as const, text }];
const line = (text: string): Block => ({ type: 'paragraph', content: content(text) });
const heading = (text: string, level: 2 | 3 | 4 | 5 = 2): Block => ({
  type: 'heading',
  attrs: { level },
  content: content(text),
});
/** The title, and the words of what is left. */
const found = (blocks: readonly Block[], top: readonly string[] = [], given?: string) => {
  const { title, body } = findTitle(blocks, top, given);
  const left = body.map((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? inlineText(block.content) : block.type,
  );
  return [title, ...left];
};

describe('the title of a document', () => {
  it('is the only heading of the first level, wherever that stands among the first five blocks', () => {
    const blocks = [line('水务公告栏。'), heading('停水说明'), line('请储水。')];
    expect(found(blocks, ['停水说明'])).toEqual(['停水说明', '水务公告栏。', '请储水。']);
    expect(found(blocks, ['停水说明', '停电说明'])).toEqual([null, '水务公告栏。', '停水说明', '请储水。']);
    expect(found([line('请储水。'), heading('一、范围')], ['一、范围'])).toEqual([
      null,
      '请储水。',
      '一、范围',
    ]);
  });

  it('is the heading at the top, unless that is the first of several sections', () => {
    expect(found([heading('停水说明', 3), line('请储水。')])).toEqual(['停水说明', '请储水。']);
    expect(found([heading('停水范围', 3), line('东路。'), heading('停水时间', 3)])).toEqual([
      null,
      '停水范围',
      '东路。',
      '停水时间',
    ]);
    expect(found([heading('停水范围'), line('东路。'), heading('停水时间')])[0]).toBe('停水范围');
    expect(found([heading('停水通知', 3), line('东路。'), heading('停水时间', 3)])[0]).toBe('停水通知');
    expect(found([heading('停水通知范围', 3), heading('停水时间', 3)])[0]).toBeNull();
  });

  it('is in the first lines where they surely say one, even under a heading', () => {
    expect(found([line('关于做好'), line('停水工作的通知'), line('请储水。')], ['栏目'])).toEqual([
      '关于做好停水工作的通知',
      '请储水。',
    ]);
    expect(found([line('停水安排'), line('请储水。')])).toEqual(['停水安排', '请储水。']);
    expect(found([line('停水安排'), heading('停水说明')], ['停水说明'])).toEqual(['停水说明', '停水安排']);
  });

  it('is none where nothing looks like one, and then nothing is taken out', () => {
    expect(found([line('请储水。'), line('停水通知')])).toEqual([null, '请储水。', '停水通知']);
    expect(found([{ type: 'divider' }])).toEqual([null, 'divider']);
    expect(found([])).toEqual([null]);
  });
});

describe('a title that the editor gives', () => {
  it('is taken out of the text where that says the same, over several lines too', () => {
    expect(
      found([line('关于做好'), line('停水工作的通知'), line('请储水。')], [], '关于做好停水工作的通知'),
    ).toEqual(['关于做好停水工作的通知', '请储水。']);
    expect(found([line('一。'), line('二。'), line('三。'), line('四。'), line('停水')], [], '停水')).toEqual(
      ['停水', '一。', '二。', '三。', '四。'],
    );
  });

  it('leaves in what says it further down', () => {
    const lines = ['一。', '二。', '三。', '四。', '五。', '停水'];
    expect(found(lines.map(line), [], '停水')).toEqual(['停水', ...lines]);
  });
});
