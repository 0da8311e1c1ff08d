import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hostTwin, type HostedTwin } from '@towncrier/channel-testkit';
import { loadSettings } from '@towncrier/settings';
import { createLogger, createMetrics, mountHealth, type Logger } from '@towncrier/telemetry';
import Fastify from 'fastify';
import type { z } from 'zod';
import { findTwins, type FoundTwin } from './find.twins.ts';
import { twinsSettings } from './settings.ts';
import { wall, type OnWall } from './wall.page.ts';

type Settings = z.infer<typeof twinsSettings>;
interface Hosted extends OnWall { readonly hosted: HostedTwin | null }

/** One twin in trouble must not take down the others: the wall says which. */
async function host(found: FoundTwin, settings: Settings, log: Logger): Promise<Hosted> {
  const address = (port: number): string => `http://${settings.HOST}:${settings.TOWNCRIER_PORT_BASE + port}`;
  const known = { channel: found.channel, url: address(found.twinPort) };
  try {
    const twin = await found.load();
    const data = join(settings.TOWNCRIER_DATA, found.channel);
    await mkdir(data, { recursive: true });
    const hosted = await hostTwin(twin, {
      host: settings.HOST, port: settings.TOWNCRIER_PORT_BASE + found.twinPort, url: known.url, data,
      channelUrl: address(found.port), channelData: join(settings.TOWNCRIER_SYSTEM, `channel-${found.channel}`),
    });
    return { ...known, title: twin.title, trouble: null, hosted };
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    log.error({ channel: found.channel, error: trouble }, 'twin did not start');
    return { ...known, title: found.channel, trouble, hosted: null };
  }
}

async function start(): Promise<void> {
  const settings = loadSettings(twinsSettings);
  const log = createLogger({ service: 'twins', level: settings.LOG_LEVEL });
  const twins = await Promise.all(findTwins().map((found) => host(found, settings, log)));
  const http = Fastify({ forceCloseConnections: true });
  mountHealth(http, { store: { ping: () => Promise.resolve() }, broker: { connected: true }, metrics: createMetrics('twins') });
  http.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(wall(twins)));
  http.get('/twins.json', () => ({ twins: twins.map(({ channel, title, url, trouble }) => ({ channel, title, url, trouble })) }));
  await http.listen({ port: settings.PORT, host: settings.HOST });
  log.info({ port: settings.PORT, twins: twins.length }, 'ready');

  const stop = async (): Promise<void> => {
    await http.close();
    await Promise.all(twins.map((t) => t.hosted?.close()));
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(`twins cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
