import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Twin } from '@towncrier/channel-testkit';
import { z } from 'zod';

const manifest = z.looseObject({ towncrier: z.looseObject({ port: z.int().positive() }) });
const twinOffset = 20;

/** Ports count from the base. `load` fails with the reason where the twin cannot be used. */
export interface FoundTwin {
  readonly channel: string;
  readonly port: number;
  readonly twinPort: number;
  readonly load: () => Promise<Twin>;
}

/** Run with `--conditions=@towncrier/source`, twins come from their sources as everything else does. */
const fromSource = process.execArgv.some((argument) => argument.includes('@towncrier/source'));
const here = fileURLToPath(new URL('../../', import.meta.url));

/** Every channel there is a folder of, whether its twin can be used or not. */
export function findTwins(
  services: string = here,
  file: string = fromSource ? 'twin/twin.ts' : 'dist/twin/twin.js',
): readonly FoundTwin[] {
  return readdirSync(services)
    .filter((name) => name.startsWith('channel-') && existsSync(join(services, name, 'package.json')))
    .sort()
    .flatMap((name) => {
      const read = manifest.safeParse(JSON.parse(readFileSync(join(services, name, 'package.json'), 'utf8')));
      if (!read.success) return [];
      const { port } = read.data.towncrier;
      return [
        {
          channel: name.slice('channel-'.length),
          port,
          twinPort: port + twinOffset,
          load: () => load(join(services, name, file)),
        },
      ];
    });
}

async function load(file: string): Promise<Twin> {
  if (!existsSync(file))
    throw new Error(`${file.split('/').slice(-4).join('/')} is missing: build the channel (pnpm build)`);
  const loaded = (await import(pathToFileURL(file).href)) as { twin?: Twin };
  if (loaded.twin === undefined) throw new Error(`${file.split('/').slice(-4).join('/')} exports no twin`);
  return loaded.twin;
}
