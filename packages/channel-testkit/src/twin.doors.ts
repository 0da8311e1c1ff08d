import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultDesk } from './fault.desk.ts';
import type { RunningTwin, Twin } from './twin.ts';

const faultBody = z.strictObject({
  kind: z.enum(['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd']),
  times: z.int().min(1).max(1000).default(1),
  ms: z.int().min(0).max(600_000).default(0),
});

/**
 * The doors every twin has: `GET /__twin/wall` (a page), `GET /__twin/shown`, `POST /__twin/faults`,
 * `POST /__twin/clear`. `live` answers once the twin has started.
 */
export function mountDoors(
  http: FastifyInstance,
  twin: Twin,
  live: () => RunningTwin,
  faults: FaultDesk,
): void {
  http.get('/__twin/wall', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(live().wall()),
  );
  http.get('/__twin/shown', async () => ({ shown: await live().shown() }));
  http.post('/__twin/clear', async (_request, reply) => {
    await live().clear();
    return reply.code(204).send();
  });
  http.post('/__twin/faults', async (request, reply) => {
    const fault = faultBody.safeParse(request.body);
    if (!fault.success) return reply.code(400).send({ error: z.prettifyError(fault.error) });
    if (!twin.faults.includes(fault.data.kind))
      return reply.code(400).send({
        error: `${twin.id} cannot have the fault ${fault.data.kind}; it has ${twin.faults.join(', ')}`,
      });
    faults.set(fault.data);
    return reply.code(204).send();
  });
}
