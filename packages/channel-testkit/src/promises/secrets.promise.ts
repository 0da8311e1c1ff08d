import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/;

export const secrets: ChannelPromise = {
  name: 'no-secrets',
  sentence: 'tells neither secrets nor telephone numbers, in the log and in its events',
  prove: ({ lab, options }) => {
    const said = [...lab.logged, JSON.stringify(lab.broker.events)].join('\n');
    for (const secret of options.secrets ?? []) expect(said).not.toContain(secret);
    expect(said).not.toMatch(mobileNumber);
  },
};
