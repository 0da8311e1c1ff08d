import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { RenditionCache, type Channel } from '@towncrier/channel-kit';
import { editionOf, samples } from '@towncrier/content/testing';
import type { Block, IllustratedEdition } from '@towncrier/contracts';
import { expect, it } from 'vitest';
import { allChannels, drawingSettings } from './all.channels.ts';
import { noticeNamed, noticeNames } from './sample.notices.ts';

const rounds = 12;
/** As the demonstration registers have them. */
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1080x1920/16 v3', 'screen 1920x1080/16 v3', 'strip 384x64/16 v3'],
  board: ['A3-2', 'A4-2'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};
const illustrator = { of: (edition: unknown) => Promise.resolve(edition as IllustratedEdition) };

const cells = (words: readonly string[], type: 'tableCell' | 'tableHeader') => ({
  type: 'tableRow' as const,
  content: words.map((text) => ({ type, content: [{ type: 'text' as const, text }] })),
});
const table: Block = {
  type: 'table',
  content: [
    cells(['序号', '姓名', '村（社区）', '金额（元）'], 'tableHeader'),
    ...Array.from({ length: 120 }, (_, n) =>
      cells(
        [`${n + 1}`, `王某${'甲乙丙丁'.charAt(n % 4)}`, `灵泉社区${n % 12}组`, `${300 + n}`],
        'tableCell',
      ),
    ),
  ],
};
const list = editionOf({
  title: '开远市民政局关于2026年第三季度农村最低生活保障对象的公示',
  publicNotice: { from: '2026-11-23', to: '2026-12-01', objections: '开远市民政局低保科 0873-7122012' },
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '现予公示。' }] }, table],
  },
});

/** The same notice in other words: nothing that was set before can be taken again. */
function anew(edition: IllustratedEdition, n: number): IllustratedEdition {
  const mark = String.fromCodePoint(0x4e00 + n);
  const changed = JSON.parse(JSON.stringify(edition.content.body), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? `${value}${mark}` : value,
  ) as IllustratedEdition['content']['body'];
  return { ...edition, content: { ...edition.content, body: changed } };
}

interface Times {
  readonly sent: number;
  readonly seen: number;
  readonly warm: number;
  /** Of the processor, until it could be sent: the same however busy the machine is. */
  readonly cpu: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds: until it could be sent, until people could look at it, and all of that once more. */
async function timesOf(channel: Channel, edition: IllustratedEdition): Promise<Times> {
  const cache = new RenditionCache(channel, drawingSettings, illustrator);
  const of = forms[channel.id] ?? [];
  const [began, cpu] = [performance.now(), cpuMs()];
  await cache.of(edition, of);
  await cache.readingsOf(edition, of);
  const sent = performance.now();
  const sentCpu = cpuMs() - cpu;
  await cache.previewOf(edition, of);
  const seen = performance.now();
  const again = structuredClone(edition);
  const asked = performance.now();
  await cache.of(again, of);
  await cache.readingsOf(again, of);
  await cache.previewOf(again, of);
  return { sent: sent - began, seen: seen - began, warm: performance.now() - asked, cpu: sentCpu };
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0;

function rowOf(name: string, all: readonly Times[]): string {
  const cells = (['sent', 'seen', 'warm'] as const).flatMap((what) => {
    const times = all.map((one) => one[what]);
    return [at(times, 0.5), at(times, 0.95)];
  });
  const [, , seen = 0, , warm = 1] = cells;
  const cpu = at(
    all.map((one) => one.cpu),
    0.5,
  );
  return `| ${name} | ${cpu.toFixed(1)} | ${cells.map((ms) => ms.toFixed(1)).join(' | ')} | ${Math.round(seen / warm)} |`;
}

/** All channels together, round by round. */
const together = (all: readonly (readonly Times[])[]): readonly Times[] =>
  (all[0] ?? []).map((_, n) => ({
    sent: all.reduce((sum, times) => sum + (times[n]?.sent ?? 0), 0),
    seen: all.reduce((sum, times) => sum + (times[n]?.seen ?? 0), 0),
    warm: all.reduce((sum, times) => sum + (times[n]?.warm ?? 0), 0),
    cpu: all.reduce((sum, times) => sum + (times[n]?.cpu ?? 0), 0),
  }));

async function section(
  title: string,
  channels: readonly Channel[],
  editions: readonly IllustratedEdition[],
): Promise<readonly string[]> {
  const all: Times[][] = [];
  for (const channel of channels) {
    const times: Times[] = [];
    for (const edition of editions) times.push(await timesOf(channel, edition));
    all.push(times);
  }
  return [
    `## ${title}`,
    '',
    '| channel | sent, CPU p50 | sent p50 | p95 | seen p50 | p95 | warm p50 | p95 | seen ÷ warm |',
    '|---|---|---|---|---|---|---|---|---|',
    ...channels.map(({ title: name }, i) => rowOf(name, all[i] ?? [])),
    rowOf('all seven, one after the other', together(all)),
    '',
  ];
}

it('every channel draws', { timeout: 1_800_000 }, async () => {
  const channels = await allChannels();
  // fonts and compilers are loaded once in the life of a process
  for (const channel of channels) await timesOf(channel, samples.water);
  const many = (edition: IllustratedEdition, from: number) =>
    Array.from({ length: rounds }, (_, n) => anew(edition, from + n));
  const notices = noticeNames.map(noticeNamed);
  const lines = [
    '# Renditions',
    '',
    'Made by `pnpm bench renditions`, in milliseconds, in one run. *sent*: from the edition to what can be sent, with',
    'its check and what readers find in it, cache empty, the process warm, the words never set before. *seen*: until',
    'the preview is drawn too. *warm*: all of it asked for again (the median, below which the ratio stands).',
    'Board on A3 and A4, screens in three shapes. Where the load is above the number of processors, read the CPU.',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} · Node ${process.version} · ${rounds} rounds · load at the start ${loadavg()[0]?.toFixed(1)}`,
    '',
    ...(await section('The plan of 2017 (10,000 characters)', channels, many(samples.plan, 0))),
    ...(await section('A list of 120 names', channels, many(list, 100))),
    ...(await section(`The ${notices.length} sample notices, each once`, channels, notices)),
  ];
  const page = lines.join('\n');
  process.stdout.write(page);
  writeFileSync(fileURLToPath(new URL('../../../docs/benchmarks/RENDITIONS.md', import.meta.url)), page);
  expect(channels).toHaveLength(7);
});
