import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Channel } from '@towncrier/channel-kit';

const services = fileURLToPath(new URL('../../../services/', import.meta.url));

/** For checking and rendering, where nothing is sent. */
export const drawingSettings = {
  PUBLIC_URL: 'https://check.example.gov.cn',
  SITE_URL: 'https://www.example.gov.cn',
};

/**
 * The definition of every channel of the house, found by its folder.
 * @param file of each; what was built where nothing translates the sources
 */
export async function allChannels(file = 'src/channel.ts'): Promise<readonly Channel[]> {
  const folders = readdirSync(services).filter((name) => name.startsWith('channel-'));
  if (folders.length < 7) throw new Error(`only ${folders.length} channels in ${services}`);
  return Promise.all(
    folders.map(async (folder) => {
      const { href } = pathToFileURL(`${services}${folder}/${file}`);
      return ((await import(href)) as { channel: Channel }).channel;
    }),
  );
}
