import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hostTwin, type HostedTwin } from '@towncrier/channel-testkit';
import type { FoundTwin } from './find.twins.ts';
import type { OnWall } from './wall.page.ts';

/** `system` holds the data folder of every service; `data` is the twins' own. */
export interface TwinsPlace {
  readonly host: string;
  readonly portBase: number;
  readonly data: string;
  readonly system: string;
}

export interface Hosted extends OnWall {
  readonly hosted: HostedTwin | null;
}

/** One twin in trouble must not take down the others: the wall says which, and why. */
export async function hostFound(
  found: FoundTwin,
  at: TwinsPlace,
  warn: (fields: object, words: string) => void,
): Promise<Hosted> {
  const address = (port: number): string => `http://${at.host}:${at.portBase + port}`;
  const known = { channel: found.channel, url: address(found.twinPort) };
  try {
    const twin = await found.load();
    const data = join(at.data, found.channel);
    await mkdir(data, { recursive: true });
    const hosted = await hostTwin(twin, {
      host: at.host,
      port: at.portBase + found.twinPort,
      url: known.url,
      data,
      channelUrl: address(found.port),
      channelData: join(at.system, `channel-${found.channel}`),
    });
    return { ...known, title: twin.title, trouble: null, hosted };
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    warn({ channel: found.channel, error: trouble }, 'twin did not start');
    return { ...known, title: found.channel, trouble, hosted: null };
  }
}
