import { expect, it } from 'vitest';
import { endingWords } from './withdrawal-notice.ts';

it('has one word for each way a notice ends; taken back is what it is unless said otherwise', () => {
  expect(([undefined, 'withdraw', 'expire', 'repeal'] as const).map((act) => endingWords(act).verb)).toEqual([
    '撤回',
    '撤回',
    '失效',
    '废止',
  ]);
  for (const act of ['withdraw', 'expire', 'repeal'] as const)
    expect(endingWords(act).done).toBe(`已${endingWords(act).verb}`);
});
