import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everywhere, nobody, type Audience, type RegisterAnswer, type Target } from '@towncrier/contracts';
import { openSqliteStore } from '@towncrier/storage';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openRegister } from './open.register.ts';
import { answerRegister } from './register.answer.ts';
import { aRegister, aRow, inLingquan, lebaidao, lingquan } from './testing/register.sample.ts';

const [few, many, starts, calls] = [10, 10_000, 11, 200];
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const named = Array.from({ length: 100 }, (_, n) => ({ channel: 'led', id: `t${n * 7}` }));
const audiences: readonly (readonly [string, Audience])[] = [
  ['everywhere', everywhere],
  ['one street', { scope: 'some', of: { ...nobody, areas: [lingquan] } }],
  ['a hundred by name', { scope: 'some', of: { ...nobody, targets: named } }],
  ['a kind of place or a group', { scope: 'some', of: { ...nobody, venues: ['market'], groups: ['第3组'] } }],
  ['everywhere but one street', { scope: 'all', except: { ...nobody, areas: [lebaidao] } }],
];

/** A process of its own, as it was built: all modules of a channel, its store and its register. */
const program = `
  import { openRegister } from '@towncrier/channel-kit';
  import { openStore } from '@towncrier/storage';
  const [folder, read] = process.argv.slice(1);
  const store = await openStore({ service: 'channel-led', dataDir: folder + '/store' });
  const at = { channel: 'led', targets: undefined, settings: null, store };
  const keyFile = folder + '/keys/channel-led.key';
  const register = await openRegister({ ...at, keyFile, now: () => new Date().toISOString() });
  if (read === 'read') for await (const target of register.living()) void target;
  process.exit(0);
`;
const here = fileURLToPath(new URL('../..', import.meta.url));
const services = fileURLToPath(new URL('../../../../services/', import.meta.url));

/** A channel that needs all its targets, from its beginning until it listens; only the broker is left out. */
const channelProgram = `
  import { createRuntime } from '@towncrier/channel-kit';
  import { openStore } from '@towncrier/storage';
  import Fastify from 'fastify';
  const [service, folder, environment] = process.argv.slice(1);
  const { channel } = await import(process.cwd() + '/dist/src/channel.js');
  const nothing = async () => undefined;
  const directory = async () => ({ put: nothing, remove: nothing });
  const runtime = await createRuntime(channel, {
    settings: channel.settings.parse(JSON.parse(environment)),
    store: await openStore({ service, dataDir: folder + '/store' }),
    broker: { directory, answer: nothing, publish: nothing, onRebirth: () => undefined },
    clock: () => new Date(),
    log: { info: () => undefined, warn: (fields, words) => process.stderr.write(words) },
    publicUrl: 'http://127.0.0.1:9',
    targetKeyFile: folder + '/keys/key',
  });
  const http = Fastify();
  await runtime.serve(http);
  await runtime.start();
  await http.listen({ port: 0, host: '127.0.0.1' });
  process.exit(0);
`;

function timed(cwd: string, source: string, ...args: readonly string[]): number {
  const began = performance.now();
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', source, ...args], { cwd });
  if (done.status !== 0) throw new Error(String(done.stderr));
  return performance.now() - began;
}

const startMs = (folder: string, read: 'read' | 'open'): number => timed(here, program, folder, read);

/** Channels whose pages or addresses are made of all their targets, and facts of one of them. */
const reading = {
  led: { kind: 'strip', facts: (_n: number) => ({ width: 384, height: 64, cell: 16 }) },
  portal: { kind: 'venue', facts: (n: number) => ({ gateways: [`gateway-${n}`] }) },
} satisfies Readonly<Record<string, { kind: string; facts(n: number): Target['facts'] }>>;
type Reading = keyof typeof reading;

function listeningMs(channel: Reading, folder: string): number {
  const cwd = join(services, `channel-${channel}`);
  const { towncrier } = z
    .object({ towncrier: z.object({ environment: z.record(z.string(), z.string()) }) })
    .parse(JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')));
  const environment = JSON.stringify(towncrier.environment)
    .replaceAll(/\{(twin|self)\}/g, 'http://127.0.0.1:9')
    .replaceAll('{data}', folder);
  return timed(cwd, channelProgram, `channel-${channel}`, folder, environment);
}

async function channelOf(channel: Reading, count: number): Promise<string> {
  const { kind, facts } = reading[channel];
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-targets-'));
  folders.push(folder);
  const store = await openSqliteStore(join(folder, 'store'));
  const loose = { title: kind, measure: '个', choice: 'place', catchesUp: true, secrets: [] } as const;
  const register = await openRegister({
    channel,
    targets: { kinds: [{ ...loose, id: kind, facts: z.looseObject({}) }], calls: 'together', seed: () => [] },
    settings: null,
    store,
    keyFile: join(folder, 'keys', 'key'),
    now: () => new Date().toISOString(),
  });
  const rows = Array.from({ length: count }, (_, n) =>
    aRow({ id: `t${n}`, title: `${n}号`, kind, facts: facts(n) }),
  );
  await register.write(rows, true, '张三');
  await store.close();
  return folder;
}

/** Starts take turns here too. */
async function listening(channel: Reading): Promise<string> {
  const [small, large] = [await channelOf(channel, few), await channelOf(channel, many)];
  const times = { small: [] as number[], large: [] as number[] };
  for (let n = 0; n < starts; n += 1) {
    times.small.push(listeningMs(channel, small));
    times.large.push(listeningMs(channel, large));
  }
  const [base, full] = [at(times.small, 0.5), at(times.large, 0.5)];
  expect(full / base, channel).toBeLessThanOrEqual(1.2);
  return `| ${channel} | ${Math.round(base)} | ${Math.round(full)} | ${(full / base).toFixed(2)} |`;
}

async function registerOf(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-targets-'));
  folders.push(folder);
  const store = await openSqliteStore(join(folder, 'store'));
  const areas = [lingquan, inLingquan, lebaidao];
  const rows = Array.from({ length: count }, (_, n) =>
    aRow({
      id: `t${n}`,
      title: `${n}号屏`,
      area: areas[n % 3] ?? lingquan,
      venue: n % 5 === 0 ? 'market' : 'community',
      groups: [`第${n % 40}组`],
    }),
  );
  const began = performance.now();
  await (await aRegister({ store, folder })).write(rows, true, '张三');
  process.stdout.write(`${count} written in ${Math.round(performance.now() - began)} ms\n`);
  await store.close();
  return folder;
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? Number.NaN;

async function resolved(folder: string): Promise<readonly string[]> {
  const store = await openSqliteStore(join(folder, 'store'));
  const register = await aRegister({ store, folder });
  const rows: string[] = [];
  for (const [name, audience] of audiences) {
    const times: number[] = [];
    let answer: RegisterAnswer | undefined;
    for (let n = 0; n < calls; n += 1) {
      const began = performance.now();
      answer = await answerRegister('led', register, { ask: 'reach', audience, owner: 'health' });
      times.push(performance.now() - began);
    }
    const reached = answer?.answer === 'reach' ? answer.reach.reached : 0;
    rows.push(`| ${name} | ${reached} | ${at(times, 0.5).toFixed(1)} | ${at(times, 0.95).toFixed(1)} |`);
    expect(at(times, 0.95), name).toBeLessThanOrEqual(50);
  }
  await store.close();
  return rows;
}

it('targets', { timeout: 1_800_000 }, async () => {
  const load = loadavg().map((one) => one.toFixed(1));
  const [small, large] = [await registerOf(few), await registerOf(many)];
  const times = { small: [] as number[], large: [] as number[], read: [] as number[] };
  for (let n = 0; n < starts; n += 1) {
    times.small.push(startMs(small, 'open'));
    times.large.push(startMs(large, 'open'));
    times.read.push(startMs(large, 'read'));
  }
  const base = at(times.small, 0.5);
  const row = (name: string, of: readonly number[]): string =>
    `| ${name} | ${Math.round(at(of, 0.5))} | ${(at(of, 0.5) / base).toFixed(2)} |`;
  const page = [
    '# Targets',
    '',
    `Made by \`npm run bench -- targets\`: ${many} targets in one register, on the embedded store. Starts take turns, so that what else the machine does falls on all of them.`,
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} · Node ${process.version} · load before ${load.join(', ')}, after ${loadavg()[0]?.toFixed(1)} · ${starts} starts, ${calls} calls each`,
    '',
    '| a process until its register is open and it may listen | median ms | ratio |',
    '|---|---|---|',
    row(`${few} targets`, times.small),
    row(`${many} targets`, times.large),
    row(`${many} targets, until every one of them was read`, times.read),
    '',
    `| a channel until it listens | ${few} targets, median ms | ${many} targets, median ms | ratio |`,
    '|---|---|---|---|',
    await listening('led'),
    await listening('portal'),
    '',
    `| whom an audience reaches, of ${many} | reached | p50 ms | p95 ms |`,
    '|---|---|---|---|',
    ...(await resolved(large)),
    '',
  ].join('\n');
  process.stdout.write(page);
  writeFileSync(fileURLToPath(new URL('../../../../docs/benchmarks/TARGETS.md', import.meta.url)), page);
  expect(at(times.large, 0.5) / base).toBeLessThanOrEqual(1.2);
});
