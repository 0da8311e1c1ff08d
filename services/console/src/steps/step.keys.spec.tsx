import { fireEvent } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { notNow, step } from '../testing/samples.ts';
import { button, screen, show } from '../testing/screen.tsx';
import { StepBar } from './step.bar.tsx';

const reason = { kind: 'text' as const, name: 'reason', label: '理由', required: true, longest: 500 };
const approve = { ...step('approve', '一审通过'), ask: [] };
const giveBack = { ...step('return', '退回'), ask: [reason] };
const keys = { a: ['approve'], r: ['return'] };
const press = (key: string, more: object = {}): void =>
  void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the letters of a queue', () => {
  it('A leads to the approval, and Enter gives it: no letter approves by itself', async () => {
    const take = vi.fn();
    const user = show(<StepBar steps={[approve, giveBack]} keys={keys} onTake={take} />);
    await screen.findByText('一审通过');
    press('a');
    expect(take).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('一审通过'));
    await user.keyboard('{Enter}');

    expect(take).toHaveBeenCalledWith(approve, {});
  });

  it('R asks why', async () => {
    show(<StepBar steps={[approve, giveBack]} keys={keys} onTake={vi.fn()} />);
    await screen.findByText('一审通过');
    press('R');

    expect(await screen.findByLabelText('理由')).toBeTruthy();
  });

  it.each([
    ['with a modifier', { ctrlKey: true }],
    ['while an input method composes', { isComposing: true }],
  ])('are none %s', async (_how, more) => {
    show(<StepBar steps={[approve, giveBack]} keys={keys} onTake={vi.fn()} />);
    await screen.findByText('一审通过');
    press('r', more);

    expect(screen.queryByLabelText('理由')).toBeNull();
  });

  it('are words where words are written, and nothing for what is not allowed', async () => {
    show(
      <>
        <input aria-label="查找" />
        <StepBar steps={[notNow(giveBack, '已发布')]} keys={keys} onTake={vi.fn()} />
      </>,
    );
    (await screen.findByLabelText('查找')).focus();
    press('r');
    document.body.focus();
    (document.activeElement as HTMLElement | null)?.blur();
    press('r');

    expect(screen.queryByLabelText('理由')).toBeNull();
  });
});
