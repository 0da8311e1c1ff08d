import type { EditionReleased, SendingCost } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { costWords, RetryCost } from './retry.cost.ts';

const item = (n: number, channel = 'sms', act = 'publish') => ({
  delivery: `${n}K3QZP4M:1:${channel}:${act}`,
  title: '停水通知',
  channel,
  is: 'left' as const,
});
const release = { audience: { scope: 'all' }, edition: {} } as EditionReleased;
const costs: SendingCost = { people: 25, messages: 50, fen: 225 };

/** A town where only text messages cost something. */
const town = (of: (operation: string) => EditionReleased | null = () => release) =>
  new RetryCost({
    broker: {
      ask: (subject: string) =>
        subject.includes('.sms.')
          ? Promise.resolve({ channel: 'sms', problems: [], cost: costs })
          : Promise.resolve({ channel: 'website', problems: [] }),
    },
    releaseOf: (operation) => Promise.resolve(of(operation)),
    titleOf: (channel) => Promise.resolve(channel === 'sms' ? '短信' : '政府网站'),
  });

describe('what many retries may cost', () => {
  it('is summed for each channel that costs something, at most', async () => {
    expect(await town().words([item(1), item(2), item(3, 'website')])).toEqual([
      '短信：至多 50 人次、100 条，至多 4.50 元；已送达的不会重发，不另计费',
    ]);
  });

  it('is nothing where nobody knows what was let out, and for withdrawals', async () => {
    expect(await town(() => null).words([item(1)])).toEqual([]);
    expect(await town().words([item(1, 'sms', 'withdraw')])).toEqual([]);
  });

  it('is not guessed where a price is unknown', () => {
    expect(costWords('短信', [costs, { ...costs, fen: null }])).toContain('没有登记单价');
  });

  it('says of how many it does not speak', async () => {
    const many = Array.from({ length: 103 }, (_, n) => item(n % 10));
    expect((await town().words(many)).at(-1)).toBe('另有 3 条未估算');
  });
});
