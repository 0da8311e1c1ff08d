import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Town, waterNotice } from '../src/town.ts';
import { fanOut } from './fan-out.ts';
import { percentile, processorSeconds, residentMiB } from './processes.ts';
import { rawFanOut } from './raw.ts';

const count = Number(process.argv[2] ?? '200');
const town = await Town.start();
try {
  await town.complete(await town.publish(waterNotice('预热路')));
  const memory = [...town.stack.processes].map(([name, p]) => [name, residentMiB(p.pid)] as const);
  const payload = new TextEncoder().encode(
    JSON.stringify({ ...waterNotice('第一大道'), padding: 'x'.repeat(2500) }),
  );
  const raw = await rawFanOut(town.stack.natsUrl, payload, count, town.channels.length);
  const used = new Map([...town.stack.processes].map(([name, p]) => [name, processorSeconds(p.pid)]));
  const whole = await fanOut(town, count);
  const busy = new Map(
    [...town.stack.processes].map(([name, p]) => [name, processorSeconds(p.pid) - (used.get(name) ?? 0)]),
  );
  const single: number[] = [];
  for (let i = 0; i < 30; i += 1) single.push(...(await fanOut(town, 1)).latenciesMs);

  const perSecond = (seconds: number): number => Math.round((count * town.channels.length) / seconds);
  const figures = [
    ['raw JetStream, seven durables, publish to last ack', `${perSecond(raw)} deliveries/s`],
    [
      'through Towncrier, publish call to durably accepted',
      `${perSecond(whole.acceptedSeconds)} deliveries/s`,
    ],
    ['share of the raw broker', `${Math.round((raw / whole.acceptedSeconds) * 100)} %`],
    [
      'through Towncrier, publish call to confirmed at six far ends (screens acknowledge in real time)',
      `${Math.round((count * (town.channels.length - 1)) / whole.settledSeconds)} deliveries/s`,
    ],
    [
      'one publication, call to all seven accepted, p50 / p99',
      `${percentile(single, 0.5)} / ${percentile(single, 0.99)} ms`,
    ],
    [
      `${count} at once, call to all seven accepted, p50 / p99`,
      `${percentile(whole.latenciesMs, 0.5)} / ${percentile(whole.latenciesMs, 0.99)} ms`,
    ],
    [
      'resident memory at rest, hub + monitor + channels',
      `${memory.filter(([n]) => n === 'hub' || n === 'monitor' || n.startsWith('channel-')).reduce((sum, [, m]) => sum + m, 0)} MiB`,
    ],
  ] as const;
  const page = [
    '# Results',
    '',
    'Made by `pnpm bench`; ratios are of one run on one machine, client, broker, twins and services sharing its cores.',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} · ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.version} · ${count} publications`,
    '',
    '| measure | value |',
    '|---|---|',
    ...figures.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    '| process | resident MiB at rest | processor time for one publication, drafting to confirmation, ms |',
    '|---|---|---|',
    ...memory.map(
      ([name, mib]) => `| ${name} | ${mib} | ${Math.round((1000 * (busy.get(name) ?? 0)) / count)} |`,
    ),
    '',
  ].join('\n');
  process.stdout.write(`${page}\n`);
  writeFileSync(fileURLToPath(new URL('../../../docs/benchmarks/RESULTS.md', import.meta.url)), page);
} finally {
  await town.stop();
}
