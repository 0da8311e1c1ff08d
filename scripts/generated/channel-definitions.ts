import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Capabilities } from '../../contracts/src/index.ts';
import { findServices } from '../lib/plan.mjs';

/** What the tables need of a channel's definition. */
export interface Definition {
  readonly folder: string;
  readonly channel: {
    readonly id: string;
    readonly title: string;
    readonly consumes: readonly string[];
    readonly can: Capabilities;
    readonly settings: z.ZodType;
    readonly waivers?: Readonly<Record<string, string>>;
  };
  readonly port: number;
}

/** Every built channel, by folder. */
export async function channelDefinitions(): Promise<Definition[]> {
  const channels = findServices().filter((service) => service.channel !== undefined);
  return Promise.all(
    channels.map(async (service) => {
      const file = join(service.folder, 'dist', 'src', 'channel.js');
      if (!existsSync(file))
        throw new Error(`services/${service.name} is not built or has no src/channel.ts`);
      const { channel } = (await import(pathToFileURL(file).href)) as Pick<Definition, 'channel'>;
      return { folder: `services/${service.name}`, channel, port: service.offset };
    }),
  );
}
