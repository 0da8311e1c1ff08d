import Fastify, { type FastifyInstance } from 'fastify';
import type { AnswerPlayer } from './answer.player.ts';
import { FaultDesk } from './fault.desk.ts';
import { mountDoors } from './twin.doors.ts';
import type { Fault, RunningTwin, Shown, Twin, TwinSurroundings } from './twin.ts';

export interface HostedTwin {
  readonly twin: Twin;
  readonly url: string;
  readonly http: FastifyInstance;
  fault(fault: Fault): void;
  /** The faults that it was told to have and has not had yet. */
  readonly faulty: FaultDesk['left'];
  heal(): void;
  shown(about?: string): Promise<readonly Shown[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Serves one twin on its own port, with the doors every twin has. */
export async function hostTwin(
  twin: Twin,
  at: { host: string; port: number; url?: string; player?: AnswerPlayer } & Omit<TwinSurroundings, 'url'>,
): Promise<HostedTwin> {
  const http = Fastify({ bodyLimit: 32 * 1024 * 1024, forceCloseConnections: true });
  at.player?.mount(http);
  const faults = new FaultDesk();
  let running: RunningTwin | null = null;
  const live = (): RunningTwin => {
    if (running === null) throw new Error(`twin ${twin.id} has not started`);
    return running;
  };
  mountDoors(http, twin, live, faults);

  // A twin that calls out needs its own address at start, and routes must be mounted before listening.
  const port = at.port === 0 ? await freePort(at.host) : at.port;
  const url = at.url ?? `http://${at.host}:${port}`;
  const { data, channelUrl, channelData } = at;
  running = await twin.start(http, { data, channelUrl, channelData, url }, faults.take);
  await http.listen({ port, host: at.host });

  return {
    twin,
    url,
    http,
    fault: (fault) => faults.set(fault),
    get faulty() {
      return faults.left;
    },
    heal: () => faults.heal(),
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
