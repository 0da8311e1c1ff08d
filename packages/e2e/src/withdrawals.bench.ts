import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Shown, Twin } from '@towncrier/channel-testkit';
import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { nobody, type Audience, type DeliverySettled } from '@towncrier/contracts';
import { afterAll, expect, it } from 'vitest';

/** `npm run bench -- withdrawals`: what stands after a confirmed withdrawal, over many random courses. */
const services = fileURLToPath(new URL('../../../services/', import.meta.url));
const folders = readdirSync(services).filter((name) => name.startsWith('channel-'));
const [together, rounds] = [60, 24];
const street: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
const troubles = ['busy', 'slow', 'hang-after-accept'] as const;
const taken = /撤回|失效|废止/;
const west = { title: '关于灵泉西路停水检修的通知' };

type Lab = Awaited<ReturnType<typeof ChannelLab.open>>;
type Definition = Parameters<typeof ChannelLab.open>[0];
interface Tally {
  readonly channel: string;
  courses: number;
  confirmed: number;
  /** Given to a person, with the reason. */
  asked: number;
  /** Confirmed, and something stood all the same. */
  standing: number;
  /** All that ever stood there, taken down or not. */
  putUp: number;
  received: number;
  told: number;
}
const tallies: Tally[] = [];

async function open(folder: string): Promise<Lab> {
  const from = async (...path: string[]) =>
    (await import(pathToFileURL(join(services, folder, ...path)).href)) as object;
  const { channel } = (await from('src', 'channel.ts')) as { readonly channel: Definition };
  const { twin } = (await from('twin', 'twin.ts')) as { readonly twin: Twin };
  const { towncrier } = JSON.parse(readFileSync(join(services, folder, 'package.json'), 'utf8')) as {
    readonly towncrier: { readonly environment: Record<string, string> };
  };
  return ChannelLab.open(channel, twin, { environment: towncrier.environment });
}

const anyOf = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;
const upTo = (ms: number): Promise<void> => sleep(Math.random() * ms);

/** Published, perhaps corrected, and withdrawn whenever. */
async function course(lab: Lab, publication: string): Promise<DeliverySettled> {
  const how = { audience: street, owner: 'kys-lq' };
  const first = sampleEdition({ publication });
  await lab.release(first, how);
  await upTo(500);
  const corrects = { edition: 1, reason: '时间有误' };
  const second = sampleEdition({ publication, edition: 2, content: west, corrects });
  const last = Math.random() < 0.6 ? second : first;
  if (last === second) await lab.release(second, how);
  await upTo(500);
  return lab.settled(await lab.withdraw(last), 120_000);
}

function weigh(tally: Tally, rest: DeliverySettled, shown: readonly Shown[], followsUp: boolean): void {
  tally.courses += 1;
  tally.putUp += shown.length;
  if (rest.outcome !== 'confirmed') {
    tally.asked += 1;
    return;
  }
  tally.confirmed += 1;
  const left = shown.filter((s) => s.visible && !taken.test(s.text));
  if (!followsUp) {
    tally.standing += left.length > 0 ? 1 : 0;
    return;
  }
  const received = new Set(left.map((s) => s.target));
  const told = shown.filter((s) => taken.test(s.text)).map((s) => s.target);
  tally.received += received.size;
  tally.told += told.filter((target) => received.has(target)).length;
  tally.standing += [...received].some((target) => !told.includes(target)) ? 1 : 0;
}

it.for(folders)('%s leaves nothing standing', { timeout: 3_600_000 }, async (folder) => {
  const lab = await open(folder);
  const tally = {
    channel: lab.channel.id,
    courses: 0,
    confirmed: 0,
    asked: 0,
    standing: 0,
    putUp: 0,
    received: 0,
    told: 0,
  };
  tallies.push(tally);
  for (let round = 0; round < rounds; round += 1) {
    const kind = anyOf([...troubles, null, null]);
    if (kind !== null) lab.twin.fault({ kind, times: 1 + Math.floor(Math.random() * 3), ms: 400 });
    const names = Array.from(
      { length: together },
      (_, n) => `W${String(round * together + n).padStart(7, '0')}`,
    );
    const rests = await Promise.all(names.map((name) => course(lab, name)));
    if (kind !== null) lab.twin.fault({ kind, times: 0 });
    const all = await lab.twin.shown();
    const followsUp = lab.channel.can.recall === 'follow-up';
    names.forEach((name, n) =>
      weigh(
        tally,
        rests[n] as DeliverySettled,
        all.filter((s) => s.about === name),
        followsUp,
      ),
    );
    await lab.twin.clear();
    lab.broker.events.splice(0);
  }
  await lab.close();
  expect(tally.standing, JSON.stringify(tally)).toBe(0);
});

afterAll(() => {
  const page = fileURLToPath(new URL('../../../docs/benchmarks/WITHDRAWALS.md', import.meta.url));
  const sum = (key: Exclude<keyof Tally, 'channel'>): number => tallies.reduce((all, t) => all + t[key], 0);
  const row = (t: Tally): string =>
    `| ${t.channel} | ${t.courses} | ${t.putUp} | ${t.confirmed} | ${t.asked} | ${t.standing} | ${ratio(t)} |`;
  const total = {
    channel: '**all**',
    courses: sum('courses'),
    confirmed: sum('confirmed'),
    asked: sum('asked'),
  };
  const whole = {
    ...total,
    standing: sum('standing'),
    putUp: sum('putUp'),
    received: sum('received'),
    told: sum('told'),
  };
  const text = [
    '# Withdrawals',
    '',
    'Made by `npm run bench -- withdrawals`: a notice is published, six times of ten corrected, and withdrawn after',
    'random gaps of up to half a second each, sixty at a time, while the twin is busy, slow or does not answer in',
    'three rounds of five. Judged by the twins’ own stores.',
    '',
    `${new Date().toISOString().slice(0, 10)} · Node ${process.version}`,
    '',
    '| channel | courses | put up | confirmed | a person was asked | something stood though confirmed | told ÷ received |',
    '|---|---|---|---|---|---|---|',
    ...tallies.map(row),
    row(whole),
    '',
  ];
  writeFileSync(page, text.join('\n'));
});

const ratio = ({ received, told }: Tally): string => (received === 0 ? '–' : (told / received).toFixed(3));
