import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AnswerPlayer } from './answer.player.ts';
import type { Fault, RunningTwin, Shown, Twin, TwinSurroundings } from './twin.ts';

const faultBody = z.strictObject({
  kind: z.enum(['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd']),
  times: z.int().min(1).max(1000).default(1),
  ms: z.int().min(0).max(600_000).default(0),
});

export interface HostedTwin {
  readonly twin: Twin;
  readonly url: string;
  readonly http: FastifyInstance;
  fault(fault: Fault): void;
  shown(about?: string): Promise<readonly Shown[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves one twin on its own port, with the doors every twin has: `GET /__twin/wall` (a page),
 * `GET /__twin/shown`,
 * `POST /__twin/faults`, `POST /__twin/clear`.
 */
export async function hostTwin(
  twin: Twin,
  at: { host: string; port: number; url?: string; player?: AnswerPlayer } & Omit<TwinSurroundings, 'url'>,
): Promise<HostedTwin> {
  const http = Fastify({ bodyLimit: 32 * 1024 * 1024, forceCloseConnections: true });
  at.player?.mount(http);
  const pending = new Map<Fault['kind'], { times: number; ms: number }>();
  const take = (kind: Fault['kind']): { ms: number } | null => {
    const fault = pending.get(kind);
    if (fault === undefined || fault.times <= 0) return null;
    fault.times -= 1;
    return { ms: fault.ms };
  };
  let running: RunningTwin | null = null;
  const live = (): RunningTwin => {
    if (running === null) throw new Error(`twin ${twin.id} has not started`);
    return running;
  };
  const setFault = (fault: Fault): void =>
    void pending.set(fault.kind, { times: fault.times ?? 1, ms: fault.ms ?? 0 });

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
    setFault(fault.data);
    return reply.code(204).send();
  });

  // A twin that calls out needs its own address at start, and routes must be mounted before listening.
  const port = at.port === 0 ? await freePort(at.host) : at.port;
  const url = at.url ?? `http://${at.host}:${port}`;
  running = await twin.start(
    http,
    { data: at.data, channelUrl: at.channelUrl, channelData: at.channelData, url },
    take,
  );
  await http.listen({ port, host: at.host });

  return {
    twin,
    url,
    http,
    fault: setFault,
    shown: async (about) => (await live().shown()).filter((s) => about === undefined || s.about === about),
    clear: () => live().clear(),
    close: async () => {
      await live().close();
      await http.close();
    },
  };
}

/** A port nobody listens on right now. */
export async function freePort(host: string): Promise<number> {
  const probe = Fastify();
  await probe.listen({ port: 0, host });
  const address = probe.server.address();
  await probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
