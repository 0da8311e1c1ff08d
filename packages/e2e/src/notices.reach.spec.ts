import type { Channel } from '@towncrier/channel-kit';
import { beforeAll, expect, it } from 'vitest';
import { allChannels, drawingSettings } from './all.channels.ts';
import { noticeNamed, noticeNames } from './sample.notices.ts';

const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16 v3', 'strip 384x64/16 v3'],
  board: ['A3-2', 'A4-2'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};

let channels: readonly Channel[];
beforeAll(async () => {
  channels = await allChannels();
}, 60_000);

it.each([...noticeNames])(
  'the notice %s is stopped by no channel, and drawn by all',
  async (name) => {
    const edition = noticeNamed(name);
    for (const channel of channels) {
      expect(channel.check(edition, drawingSettings, forms[channel.id]), channel.id).toEqual([]);
      const { hash } = await channel.render(edition, drawingSettings, forms[channel.id]);
      expect(hash, channel.id).toMatch(/^[0-9a-f]{64}$/);
    }
  },
  120_000,
);
