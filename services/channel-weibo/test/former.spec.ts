import { hashText } from '@towncrier/content';
import { samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { channel } from '../src/channel.ts';

const settings = { WEIBO_API_URL: 'http://127.0.0.1:9', WEIBO_RIP: '203.0.113.7' };

it('what was approved before posts had pictures is words alone, with the hash of its approval', async () => {
  const { text, picture, hash } = await channel.render(samples.correction, settings, channel.formerForms);
  expect(picture).toBeNull();
  expect(text).toMatch(/^【灵泉东路紧急停水】更正：抢修时间由26日改为25日。/);
  expect(hash).toBe(hashText(text));
  const today = await channel.render(samples.correction, settings);
  expect(today.hash).not.toBe(hash);
});
