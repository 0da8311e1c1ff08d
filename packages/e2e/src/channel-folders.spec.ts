import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));
const folders = readdirSync(services).filter((name) => name.startsWith('channel-'));
const port = (folder: string): number =>
  (JSON.parse(readFileSync(`${services}/${folder}/package.json`, 'utf8')) as { towncrier: { port: number } })
    .towncrier.port;

describe('a channel is one folder', () => {
  it.each(folders)('%s has a README, a twin and the conformance suite', (folder) => {
    for (const file of [
      'README.md',
      'src/channel.ts',
      'src/collections.ts',
      'src/main.ts',
      'twin/twin.ts',
      'test/conformance.spec.ts',
    ])
      expect(existsSync(`${services}/${folder}/${file}`), file).toBe(true);
  });

  it('no two channels want the same port', () => {
    expect(new Set(folders.map(port)).size).toBe(folders.length);
  });

  it('the seven channels of the county are there', () => {
    expect(folders).toEqual(
      expect.arrayContaining([
        'channel-board',
        'channel-led',
        'channel-portal',
        'channel-sms',
        'channel-website',
        'channel-wechat',
        'channel-weibo',
      ]),
    );
  });
});
