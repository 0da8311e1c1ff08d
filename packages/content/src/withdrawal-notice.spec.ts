import { expect, it } from 'vitest';
import { endingWords } from './withdrawal-notice.ts';

it('has one word for each way a notice ends; taken back is what it is unless said otherwise', () => {
  expect(
    ([undefined, 'withdraw', 'expire', 'repeal', 'lift'] as const).map((act) => endingWords(act).verb),
  ).toEqual(['撤回', '撤回', '失效', '废止', '解除']);
  for (const act of ['withdraw', 'expire', 'repeal', 'lift'] as const)
    expect(endingWords(act).done).toBe(`已${endingWords(act).verb}`);
});

it('never says of a lifted warning that it was taken back or ran out', () => {
  const lifted = endingWords('lift');
  expect(lifted.mark).toBe('预警解除');
  expect(Object.values(lifted).join('')).not.toMatch(/撤回|失效|有效期|据此办理|原因/);
});
