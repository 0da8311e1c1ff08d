import type { Metrics } from './metrics.ts';

/** As much of Fastify as is needed here. */
interface Http {
  get(path: string, handler: (request: unknown, reply: Reply) => unknown): unknown;
}
interface Reply {
  code(status: number): Reply;
  type(mediaType: string): Reply;
  send(body: unknown): unknown;
}

export interface HealthParts {
  readonly store: { ping(): Promise<void> };
  readonly broker: { readonly connected: boolean };
  readonly metrics: Pick<Metrics, 'render'>;
  /** The far end's state is told but does not make a service unready: deliveries wait. */
  readonly farEnd?: () => Promise<{ ok: boolean; words: string }>;
  /** The hub works on without a broker: its outbox waits. */
  readonly brokerOptional?: boolean;
}

/**
 * `/health/live` the process answers · `/health/ready` store writable, broker connected · `/metrics`
 * Prometheus text.
 */
export function mountHealth(http: unknown, parts: HealthParts): void {
  const app = http as Http;
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const store = await parts.store.ping().then(
      () => 'ok',
      (error: unknown) => `cannot write: ${error instanceof Error ? error.message : String(error)}`,
    );
    const broker = parts.broker.connected ? 'ok' : 'not connected';
    const farEnd = await parts.farEnd?.().catch((error: unknown) => ({ ok: false, words: String(error) }));
    const ready = store === 'ok' && (broker === 'ok' || parts.brokerOptional === true);
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ok' : 'unavailable',
      store,
      broker,
      ...(farEnd === undefined ? {} : { farEnd }),
    });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await parts.metrics.render()),
  );
}
