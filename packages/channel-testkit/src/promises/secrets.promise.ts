import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/;

export const secrets: ChannelPromise = {
  name: 'no-secrets',
  sentence: 'logs neither secrets nor telephone numbers',
  prove: ({ lab, options }) => {
    const said = lab.logged.join('\n');
    for (const secret of options.secrets ?? []) expect(said).not.toContain(secret);
    expect(said).not.toMatch(mobileNumber);
  },
};
