import { describe, expect, it } from 'vitest';
import type { Publication, Remark } from '../api/hub.types.ts';
import { newestOf, useStep } from '../publications/publications.ts';
import { refusal } from '../testing/fake.hub.ts';
import { formStep, publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { RemarksSection } from './remarks.section.tsx';

const text = (words: string) => ({ type: 'text' as const, text: words });
const body = {
  type: 'doc' as const,
  content: [
    {
      type: 'paragraph' as const,
      content: [
        text('一号院8时停水，'),
        { ...text('二号院'), marks: [{ type: 'bold' as const }] },
        text('8时停水。'),
      ],
    },
    { type: 'contact' as const, attrs: { name: '市水务局', phone: '0873-7123456' } },
  ],
};
const remark: Remark = {
  id: 1,
  block: 1,
  by: 'zhaolei',
  at: '2026-11-23T02:00:00.000Z',
  words: '是几时？',
  quote: { exact: '院8时', prefix: '，二号', suffix: '停水。' },
  settled: null,
};
const withRemarks = (comments: Remark[]): Publication => {
  const p = publication({
    steps: [formStep('comments', '批注'), { ...step('comments/1/replies', '回复'), about: 'comment/1' }],
  });
  const [edition] = p.editions;
  if (edition === undefined) throw new Error('no edition');
  return {
    ...p,
    editions: [{ ...edition, comments, content: { ...edition.content, title: '停水通知', body } }],
  };
};
const shown = (p: Publication) => {
  const newest = newestOf(p);
  if (newest === undefined) throw new Error('no edition');
  const Section = () => <RemarksSection p={p} newest={newest} step={useStep(p.id)} />;
  return show(<Section />);
};
/** Selects characters of a block, counted as they are drawn. */
function select(block: number, from: number, to: number): void {
  const root = document.querySelector(`[data-block="${block}"]`);
  const range = document.createRange();
  let at = 0;
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const { length } = node.textContent ?? '';
      if (from >= at && from < at + length) range.setStart(node, from - at);
      if (to > at && to <= at + length) range.setEnd(node, to - at);
      at += length;
    } else node.childNodes.forEach(walk);
  };
  if (root !== null) walk(root);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}
async function write(user: ReturnType<typeof show>, words: string): Promise<void> {
  await user.click(button('批注所选文字'));
  await user.type(await screen.findByLabelText('意见'), words);
  await user.click(button('写下批注'));
}

describe('remarks', () => {
  it('are about the words that are selected, across bold ones, with those around them', async () => {
    const hub = hubFor('first-reviewer').on('post', '/api/v1/publications/{id}/comments', publication());
    const user = shown(withRemarks([]));
    select(0, 9, 13);
    await write(user, '是几时？');

    await waitFor(() => expect(hub.to('post', '/comments')).toHaveLength(1));
    expect(hub.to('post', '/comments')[0]?.body).toEqual({
      version: 4,
      block: 1,
      words: '是几时？',
      quote: { exact: '号院8时', prefix: '一号院8时停水，二', suffix: '停水。' },
    });
    await waitFor(() => expect(screen.queryByLabelText('意见')).toBeNull());
  });

  it('are about the whole of a contact, and of the title', async () => {
    const hub = hubFor('first-reviewer').on('post', '/api/v1/publications/{id}/comments', publication());
    const user = shown(withRemarks([]));
    select(1, 0, 3);
    await write(user, '电话不对');
    await waitFor(() => expect(hub.to('post', '/comments')).toHaveLength(1));
    select(-1, 0, 2);
    await write(user, '写明范围');

    await waitFor(() => expect(hub.to('post', '/comments')).toHaveLength(2));
    expect(hub.to('post', '/comments').map(({ body: sent }) => sent)).toEqual([
      { version: 4, block: 2, words: '电话不对' },
      { version: 4, block: 0, words: '写明范围' },
    ]);
  });

  it('say how when nothing is selected, and keep what was written when it is refused', async () => {
    hubFor('first-reviewer').on(
      'post',
      '/api/v1/publications/{id}/comments',
      refusal(409, '稿件已被他人更新'),
    );
    const user = shown(withRemarks([]));
    document.getSelection()?.removeAllRanges();
    await user.click(button('批注所选文字'));
    expect(await screen.findByText(/请先在正文中选中/u)).toBeTruthy();
    select(0, 0, 3);
    await write(user, '是几时？');

    expect(await screen.findByText('稿件已被他人更新')).toBeTruthy();
    expect((screen.getByLabelText('意见') as HTMLTextAreaElement).value).toBe('是几时？');
  });

  it('mark the place that was meant, of two alike, and say when the words are gone', async () => {
    hubFor('first-reviewer');
    const gone = { ...remark, id: 2, quote: { exact: '停电', prefix: '', suffix: '' } };
    shown(withRemarks([remark, gone]));

    await screen.findAllByText('是几时？');
    const marked = [...document.querySelectorAll('mark')].map((one) => one.textContent);
    expect(marked).toEqual(['院', '8时']);
    expect(screen.getAllByText('原文已改')).toHaveLength(1);
  });

  it('are answered in a thread, and settled with what was done', async () => {
    hubFor('editor');
    const settled = { as: 'resolved' as const, by: 'chen', at: remark.at, words: '改为9时' };
    const replies = [{ by: 'chen', at: '2026-11-23T03:00:00.000Z', words: '以供水公司为准' }];
    shown(
      withRemarks([
        { ...remark, replies },
        { ...remark, id: 2, settled },
      ]),
    );

    expect(await screen.findByText(/以供水公司为准/u)).toBeTruthy();
    expect(screen.getByText(/改为9时（chen）/u)).toBeTruthy();
    expect(button('回复')).toBeTruthy();
  });
});
