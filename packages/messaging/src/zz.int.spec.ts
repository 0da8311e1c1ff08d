import { appendFileSync } from 'node:fs';
import { commands, commandSubject } from '@towncrier/contracts';
import { it } from 'vitest';
import { consume } from './consume.ts';
import { connectBroker } from './jetstream.broker.ts';
import { sampleEvent, silent, until } from './testing/house.sample.ts';
import { startNats } from './testing/nats-server.ts';
it('speed', async () => {
  const nats = await startNats();
  const broker = await connectBroker({ url: nats.url, service: 'x', log: silent });
  const n = 8000;
  for (let i = 0; i < n; i += 200) await Promise.all(Array.from({ length: 200 }, (_, k) => broker.publish(commandSubject('x'), sampleEvent(`m${i + k}`))));
  const { client, manager } = await broker.ready();
  for (const slots of [4, 16, 64]) {
    let got = 0; let t = Date.now();
    const c = await consume({ broker, stream: commands.stream, subject: commandSubject('x'), durable: `f${slots}`, slots, log: silent, handle: async () => { got += 1; } });
    await until(() => got >= n); const mine = Date.now() - t; await c.close();
    await manager.consumers.add(commands.stream, { durable_name: `r${slots}`, ack_policy: 'explicit', filter_subject: commandSubject('x'), max_ack_pending: 256 });
    t = Date.now(); let raw = 0;
    const it = await (await client.consumers.get(commands.stream, `r${slots}`)).consume({ max_messages: Math.max(16, slots * 2) });
    const acks: Promise<unknown>[] = [];
    for await (const m of it) { m.json(); acks.push(m.ackAck()); if ((raw += 1) >= n) break; }
    await Promise.all(acks); const ahead = Date.now() - t;
    appendFileSync('/tmp/mdbg/out', `slots ${slots}: fetch ${Math.round(n / mine * 1000)}/s, read-ahead bare library ${Math.round(n / ahead * 1000)}/s\n`);
  }
  await broker.close(); await nats.remove();
}, 60000);
it('cluster of three', async () => {
  const p = (...a: unknown[]) => appendFileSync('/tmp/mdbg/out', a.join(' ') + '\n');
  const { freePort } = await import('./testing/nats-server.ts');
  const routes = [await freePort(), await freePort(), await freePort()];
  const cluster = (i: number) => `server_name: "n${i}"\ncluster { name: "t", listen: "127.0.0.1:${routes[i]}", routes: ${JSON.stringify(routes.map((r) => `nats://127.0.0.1:${r}`))} }`;
  const three = await Promise.all([0, 1, 2].map((i) => startNats({ config: cluster(i) })));
  const lines: string[] = [];
  const log = { info: () => undefined, warn: (f: object, w: string) => { lines.push(w + JSON.stringify(f)); } };
  const t = Date.now();
  const broker = await connectBroker({ url: three.map((s) => s.url).join(','), service: 'x', log });
  const { manager } = await broker.ready();
  p('cluster up after', Date.now() - t, 'replicas', (await manager.streams.info(commands.stream)).config.num_replicas, lines.slice(0, 3).join(' | '));
  let got = 0;
  await consume({ broker, stream: commands.stream, subject: commandSubject('x'), durable: 'x', slots: 4, handle: async () => { got += 1; }, log });
  await broker.publish(commandSubject('x'), sampleEvent('a'));
  await until(() => got === 1);
  await three[0]?.kill();
  const k = Date.now();
  await until(() => broker.publish(commandSubject('x'), sampleEvent('b')).then(() => true, () => false));
  await until(() => got >= 2);
  p('one server killed: working again after', Date.now() - k);
  await broker.close(); for (const s of three) await s.remove();
}, 60000);
