import type { Broker } from '@towncrier/messaging';
import type { Store } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';

export interface HealthParts {
  readonly broker: Broker;
  readonly store: Store;
  readonly probe: () => Promise<{ ok: boolean; words: string }>;
  readonly metrics: () => Promise<string>;
}

/** Liveness: the process answers. Readiness: store writable, broker connected. The far end's state is told, but does not make us unready: deliveries wait. */
export function mountHealth(http: FastifyInstance, parts: HealthParts): void {
  http.get('/health/live', () => ({ status: 'ok' }));
  http.get('/health/ready', async (_request, reply) => {
    const store = await parts.store.ping().then(() => 'ok', (error: unknown) => `cannot write: ${String(error)}`);
    const broker = parts.broker.connected ? 'ok' : 'not connected';
    const farEnd = await parts.probe().catch((error: unknown) => ({ ok: false, words: String(error) }));
    const ready = store === 'ok' && broker === 'ok';
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', store, broker, farEnd });
  });
  http.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await parts.metrics()));
}
