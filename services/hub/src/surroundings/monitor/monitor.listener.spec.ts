import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Changes, type Change } from '../../ports/changes.ts';
import { eventually } from '../../testing/eventually.ts';
import { MonitorListener } from './monitor.listener.ts';

const row = (publication: string): string =>
  `event: delivery\nid: at-${publication}\ndata: ${JSON.stringify({ publication, state: 'confirmed' })}\n\n`;

let monitor: Server;
let listener: MonitorListener;
let told: Change[];
const lines: ServerResponse[] = [];
const asked: (string | undefined)[] = [];

beforeEach(async () => {
  told = [];
  lines.length = 0;
  asked.length = 0;
  monitor = createServer((request, response) => {
    asked.push(request.headers['last-event-id']?.toString());
    expect(request.headers.authorization).toBe('Bearer secret');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: beat\ndata: \n\n');
    lines.push(response);
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  const changes = new Changes();
  changes.listen((change) => told.push(change));
  const { port } = monitor.address() as AddressInfo;
  const where = { MONITOR_URL: `http://127.0.0.1:${port}`, MONITOR_TOKEN: 'secret' };
  listener = new MonitorListener(where, changes, { info: () => undefined });
  listener.start();
  await eventually(() => lines.length).toBe(1);
});
afterEach(async () => {
  await listener.stop();
  monitor.closeAllConnections();
  await new Promise((resolve) => monitor.close(resolve));
});

it('tells of which publication a delivery changed, and of letters that nobody could handle', async () => {
  lines[0]?.write(row('7K3QZP4M'));
  lines[0]?.write('event: dead-letter\ndata: \n\n');

  await eventually(() => told.slice(-2)).toEqual([
    { kind: 'deliveries', id: '7K3QZP4M' },
    { kind: 'dead-letters' },
  ]);
});

it('asks again after the line broke, for what it has missed', async () => {
  lines[0]?.write(row('7K3QZP4M'));
  await eventually(() => told.at(-1)).toEqual({ kind: 'deliveries', id: '7K3QZP4M' });
  lines[0]?.destroy();
  await eventually(() => lines.length).toBe(2);
  lines[1]?.write(row('K7M4Q2ZP'));

  await eventually(() => told.at(-1)).toEqual({ kind: 'deliveries', id: 'K7M4Q2ZP' });
  expect(asked).toEqual([undefined, 'at-7K3QZP4M']);
});

it('passes over what it does not understand', async () => {
  lines[0]?.write('event: delivery\ndata: {"publication":7}\n\n');
  lines[0]?.write(row('7K3QZP4M'));

  await eventually(() => told.at(-1)).toEqual({ kind: 'deliveries', id: '7K3QZP4M' });
  expect(told.filter(({ kind }) => kind === 'deliveries')).toHaveLength(1);
});
