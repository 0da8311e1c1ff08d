import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Channel } from '@towncrier/channel-kit';
import { beforeAll, expect, it } from 'vitest';
import { importSource } from '@towncrier/content';
import { editionOf } from '@towncrier/content/testing';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));
const notices = fileURLToPath(new URL('../fixtures/notices/', import.meta.url));
const settings = { PUBLIC_URL: 'https://check.example.gov.cn', SITE_URL: 'https://www.example.gov.cn' };
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16', 'strip 384x64/16'],
  board: ['A3', 'A4'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};

const channels: Channel[] = [];
beforeAll(async () => {
  for (const folder of readdirSync(services).filter((name) => name.startsWith('channel-'))) {
    const file = pathToFileURL(`${services}${folder}/src/channel.ts`).href;
    channels.push(((await import(file)) as { channel: Channel }).channel);
  }
  expect(channels.length).toBeGreaterThanOrEqual(7);
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
      expect(channel.check(edition, settings, forms[channel.id]), channel.id).toEqual([]);
      const { hash } = await channel.render(edition, settings, forms[channel.id]);
      expect(hash, channel.id).toMatch(/^[0-9a-f]{64}$/);
    }
  },
  120_000,
);
