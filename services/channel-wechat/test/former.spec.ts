import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samples } from '@towncrier/content/testing';
import { describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';

const settings = { WECHAT_API_URL: 'http://127.0.0.1:9' };

describe('what was approved before the form of articles changed', () => {
  it.each(['table', 'water'] as const)('has the same bytes still: the %s notice', async (name) => {
    const then = await readFile(join(import.meta.dirname, 'former', `${name}.html`), 'utf8');
    const former = await channel.render(samples[name], settings, channel.formerForms);
    expect(`${former.content}\n`).toBe(then);
    expect(former.hash).not.toBe((await channel.render(samples[name], settings)).hash);
  });
});
