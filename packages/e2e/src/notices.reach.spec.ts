import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Channel } from '@towncrier/channel-kit';
import { beforeAll, expect, it } from 'vitest';
import { importSource } from '@towncrier/content';
import { editionOf } from '@towncrier/content/testing';
import { allChannels, drawingSettings } from './all.channels.ts';

const notices = fileURLToPath(new URL('../fixtures/notices/', import.meta.url));
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16', 'strip 384x64/16'],
  board: ['A3', 'A4'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};

let channels: readonly Channel[];
beforeAll(async () => {
  channels = await allChannels();
}, 60_000);

const formats = { txt: 'text', md: 'markdown', html: 'html' } as const;

function contentOf(name: string) {
  const bytes = readFileSync(`${notices}${name}`);
  const source = new TextDecoder(name.includes('gb18030') ? 'gb18030' : 'utf-8').decode(bytes);
  const format = formats[name.split('.').at(-1) as keyof typeof formats];
  const { content } = importSource({ format, source });
  if (content === null) throw new Error(`${name} is not read`);
  return content;
}

it.each(readdirSync(notices))(
  'the notice %s is stopped by no channel, and drawn by all',
  async (name) => {
    const edition = editionOf(contentOf(name));
    for (const channel of channels) {
      expect(channel.check(edition, drawingSettings, forms[channel.id]), channel.id).toEqual([]);
      const { hash } = await channel.render(edition, drawingSettings, forms[channel.id]);
      expect(hash, channel.id).toMatch(/^[0-9a-f]{64}$/);
    }
  },
  120_000,
);
