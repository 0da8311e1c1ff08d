import { loadSettings } from '@towncrier/settings';
import { createLogger, createMetrics, mountHealth, stopOnSignals, type Logger } from '@towncrier/telemetry';
import Fastify, { type FastifyInstance } from 'fastify';
import { findTwins } from './find.twins.ts';
import { hostFound, type Hosted } from './host.twins.ts';
import { mountSwitches, switchesOf } from './fault.switches.ts';
import { twinsSettings } from './settings.ts';
import { wall } from './wall.page.ts';

/**
 * What a twin does on its own (timers, callbacks) may fail without anybody waiting for it; the other twins
 * must live on. @returns the latest such failures, in words
 */
function surviveFailures(log: Logger): readonly string[] {
  const late: string[] = [];
  const survive = (error: unknown): void => {
    const words = error instanceof Error ? error.message : String(error);
    log.error({ error: error instanceof Error ? error.stack : words }, 'a twin failed');
    late.push(words);
    if (late.length > 3) late.shift();
  };
  process.on('unhandledRejection', survive);
  process.on('uncaughtException', survive);
  return late;
}

/** As it is at this moment. */
const switched = (twin: Hosted): Hosted =>
  twin.hosted === null || twin.hosted.twin.faults.length === 0
    ? twin
    : { ...twin, switches: switchesOf(twin.hosted) };

function serveWall(twins: readonly Hosted[], late: readonly string[]): FastifyInstance {
  const http = Fastify({ forceCloseConnections: true });
  mountHealth(http, {
    store: { ping: () => Promise.resolve() },
    broker: { connected: true },
    metrics: createMetrics('twins'),
  });
  http.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(wall(twins.map(switched), late)),
  );
  mountSwitches(http, (channel) => twins.find((t) => t.channel === channel)?.hosted ?? null);
  http.get('/twins.json', () => ({
    twins: twins.map(({ channel, title, url, trouble }) => ({ channel, title, url, trouble })),
    late,
  }));
  return http;
}

async function start(): Promise<void> {
  const settings = loadSettings(twinsSettings);
  const log = createLogger({ service: 'twins', level: settings.LOG_LEVEL });
  const late = surviveFailures(log);
  const at = {
    host: settings.HOST,
    portBase: settings.TOWNCRIER_PORT_BASE,
    data: settings.TOWNCRIER_DATA,
    system: settings.TOWNCRIER_SYSTEM,
  };
  const warn = (fields: object, words: string): void => log.error(fields, words);
  const twins = await Promise.all(findTwins().map((found) => hostFound(found, at, warn)));
  const http = serveWall(twins, late);
  await http.listen({ port: settings.PORT, host: settings.HOST });
  log.info(
    {
      port: settings.PORT,
      twins: twins.filter((t) => t.hosted !== null).length,
      troubled: twins.filter((t) => t.hosted === null).map((t) => t.channel),
    },
    'ready',
  );
  stopOnSignals(
    () => http.close(),
    () => Promise.allSettled(twins.map((t) => t.hosted?.close())),
  );
}

start().catch((error: unknown) => {
  process.stderr.write(`twins cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
