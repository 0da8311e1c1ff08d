import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

const how = { act: 'expire', reason: '已到失效时间。' } as const;

/**
 * What has run out disturbs nobody: no further message, no item on a screen. Where the words stand at an address of
 * their own, that says so.
 */
export const expired: ChannelPromise = {
  name: 'expires-silently',
  sentence: 'sends nobody a message about what has run out, and leaves nothing standing as if it held',
  prove: async (bench) => {
    const { lab, here } = bench;
    await bench.published(here);
    const before = await bench.all();
    const rest = await lab.settled(await lab.withdraw(here, [], how));
    expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
    const after = await bench.all();
    expect(after.length).toBeLessThanOrEqual(before.length);
    const { recall } = lab.channel.can;
    if (recall === 'follow-up') expect(after).toEqual(before);
    else for (const { text } of await bench.visible()) expect(text).toContain('失效');
  },
};
