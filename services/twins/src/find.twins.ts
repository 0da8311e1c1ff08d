import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Twin } from '@towncrier/channel-testkit';
import { z } from 'zod';

const manifest = z.looseObject({ towncrier: z.looseObject({ port: z.int().positive() }) });
const twinOffset = 20;

export interface FoundTwin { readonly channel: string; readonly port: number; readonly twinPort: number; readonly load: () => Promise<Twin> }

/** The twin of every channel there is a folder of. Ports count from the base. */
export function findTwins(services: string = fileURLToPath(new URL('../../', import.meta.url))): readonly FoundTwin[] {
  return readdirSync(services).filter((name) => name.startsWith('channel-') && existsSync(`${services}/${name}/dist/twin/twin.js`)).sort().map((name) => {
    const { towncrier } = manifest.parse(JSON.parse(readFileSync(`${services}/${name}/package.json`, 'utf8')));
    return {
      channel: name.slice('channel-'.length), port: towncrier.port, twinPort: towncrier.port + twinOffset,
      load: async () => ((await import(pathToFileURL(`${services}/${name}/dist/twin/twin.js`).href)) as { twin: Twin }).twin,
    };
  });
}
