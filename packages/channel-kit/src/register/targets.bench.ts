import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everywhere, nobody, type Audience, type RegisterAnswer } from '@towncrier/contracts';
import { openSqliteStore } from '@towncrier/storage';
import { afterAll, expect, it } from 'vitest';
import { answerRegister } from './register.answer.ts';
import { aRegister, aRow, inLingquan, lebaidao, lingquan } from './testing/register.sample.ts';

const [few, many, starts, calls] = [10, 10_000, 15, 200];
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
  if (read === 'read') await register.count();
  process.exit(0);
`;
const here = fileURLToPath(new URL('../..', import.meta.url));

function startMs(folder: string, read: 'read' | 'open'): number {
  const began = performance.now();
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder, read], {
    cwd: here,
  });
  if (done.status !== 0) throw new Error(String(done.stderr));
  return performance.now() - began;
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

it('targets', { timeout: 600_000 }, async () => {
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
    '| a process until its register is open | median ms | ratio |',
    '|---|---|---|',
    row(`${few} targets`, times.small),
    row(`${many} targets`, times.large),
    row(`${many} targets, all read into memory`, times.read),
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
