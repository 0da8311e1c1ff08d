import { loadSettings } from '@towncrier/settings';
import { createLogger, createMetrics, mountHealth } from '@towncrier/telemetry';
import Fastify from 'fastify';
import { findTwins } from './find.twins.ts';
import { hostFound } from './host.twins.ts';
import { twinsSettings } from './settings.ts';
import { wall } from './wall.page.ts';

async function start(): Promise<void> {
  const settings = loadSettings(twinsSettings);
  const log = createLogger({ service: 'twins', level: settings.LOG_LEVEL });
  // What a twin does on its own (timers, callbacks) may fail without anybody waiting for it; the other twins
  // must live on.
  const late: string[] = [];
  const survive = (error: unknown): void => {
    const words = error instanceof Error ? error.message : String(error);
    log.error({ error: error instanceof Error ? error.stack : words }, 'a twin failed');
    late.push(words);
    if (late.length > 3) late.shift();
  };
  process.on('unhandledRejection', survive);
  process.on('uncaughtException', survive);

  const at = {
    host: settings.HOST,
    portBase: settings.TOWNCRIER_PORT_BASE,
    data: settings.TOWNCRIER_DATA,
    system: settings.TOWNCRIER_SYSTEM,
  };
  const twins = await Promise.all(
    findTwins().map((found) => hostFound(found, at, (fields, words) => log.error(fields, words))),
  );
  const http = Fastify({ forceCloseConnections: true });
  mountHealth(http, {
    store: { ping: () => Promise.resolve() },
    broker: { connected: true },
    metrics: createMetrics('twins'),
  });
  http.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(wall(twins, late)));
  http.get('/twins.json', () => ({
    twins: twins.map(({ channel, title, url, trouble }) => ({ channel, title, url, trouble })),
    late,
  }));
  await http.listen({ port: settings.PORT, host: settings.HOST });
  log.info(
    {
      port: settings.PORT,
      twins: twins.filter((t) => t.hosted !== null).length,
      troubled: twins.filter((t) => t.hosted === null).map((t) => t.channel),
    },
    'ready',
  );

  const stop = async (): Promise<void> => {
    await http.close();
    await Promise.allSettled(twins.map((t) => t.hosted?.close()));
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(`twins cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
