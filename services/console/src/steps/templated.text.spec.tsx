import { describe, expect, it, vi } from 'vitest';
import { step } from '../testing/samples.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import { StepBar } from './step.bar.tsx';
import { firstBlank, joined } from './templates.ts';

const templates = [
  { title: '要素不全', words: '正文缺少【待填：哪一项】，请补充。' },
  { title: '未经会签', words: '请先征求【待填：单位】的意见。' },
];
const giveBack = {
  ...step('return', '退回'),
  ask: [{ kind: 'text' as const, name: 'reason', label: '理由', required: true, longest: 500, templates }],
};

describe('a reason from the templates', () => {
  it('stands in the field with its open place selected, and is completed in own words', async () => {
    const take = vi.fn().mockResolvedValue(undefined);
    const user = show(<StepBar steps={[giveBack]} onTake={take} />);
    await user.click(await screen.findByText(/退\s?回/));
    await user.click(await screen.findByText('要素不全'));
    const field = screen.getByLabelText<HTMLTextAreaElement>('理由');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('【待填：哪一项】');
    await user.keyboard('停水时间');
    await user.click(button('确认退回'));

    await waitFor(() =>
      expect(take).toHaveBeenCalledWith(giveBack, { reason: '正文缺少停水时间，请补充。' }),
    );
  });

  it('that the hub refuses stays in the dialog, with what it said', async () => {
    const take = vi.fn().mockRejectedValue(new Error('退回理由里还有没写的“【待填：单位】”'));
    const user = show(<StepBar steps={[giveBack]} onTake={take} />);
    await user.click(await screen.findByText(/退\s?回/));
    await user.click(await screen.findByText('未经会签'));
    await user.click(button('确认退回'));

    expect(await screen.findByText('退回理由里还有没写的“【待填：单位】”')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe(templates[1]?.words);
  });

  it('comes behind what was written already', () => {
    const both = joined('请先改标题。\n', templates[1]?.words ?? '');
    expect(both).toBe('请先改标题。\n请先征求【待填：单位】的意见。');
    expect(both.slice(...firstBlank(both, 6))).toBe('【待填：单位】');
    expect(firstBlank('写完了', 0)).toEqual([3, 3]);
  });
});
