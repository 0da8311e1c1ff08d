import { nobody, type Audience, type KnownPosting, type Selection, type Target } from '@towncrier/contracts';
import { expect } from 'vitest';
import type { Bench } from '../bench.ts';
import { isChosen } from '../chosen.kinds.ts';
import type { AnyLab } from '../channel.lab.ts';
import type { ChannelPromise } from '../channel.promise.ts';
import { plainTarget } from '../plain.target.ts';

/** 灵泉街道, with its communities. */
const lingquan = '532502002000';
const owner = 'kysrmzf';
const taken = /撤回|失效|废止/;
const retired = { is: 'retired', on: '2026-11-28' } as const;

const only = (of: Partial<Selection>): Audience => ({ scope: 'some', of: { ...nobody, ...of } });

/** Whom an audience reaches now, by id. */
async function reachedBy({ lab }: Bench, audience: Audience): Promise<readonly Target[]> {
  const answer = await lab.register({ ask: 'reach', audience, owner });
  if (answer.answer !== 'reach') throw new Error(`the register answered ${answer.answer}`);
  return Promise.all(answer.reach.sample.map(({ id }) => theTarget(lab, id)));
}

async function theTarget(lab: AnyLab, id: string): Promise<Target> {
  return plainTarget(await registered(lab, id));
}

async function registered(lab: AnyLab, id: string) {
  const answer = await lab.register({ ask: 'one', id });
  if (answer.answer !== 'one' || answer.target === null) throw new Error(`there is no ${id}`);
  return answer.target;
}

async function retire(lab: AnyLab, id: string): Promise<void> {
  const { version: expected } = await registered(lab, id);
  const done = await lab.register({ ask: 'state', id, to: retired, expected, by: '测试' });
  expect(done).toMatchObject({ answer: 'written' });
}

/** A kind of targets that an audience chooses among; a site that everybody may open is none. */
const chosen = ({ lab }: Bench) => lab.channel.targets?.kinds.find(isChosen);

/** One more target of the kind that is chosen, like one that is there; in use from now on. */
async function added(bench: Bench, groups: readonly string[]): Promise<Target> {
  const { lab, options } = bench;
  const kind = chosen(bench)?.id;
  const answer = await lab.register({ ask: 'list', where: { state: 'active' }, limit: 500 });
  const like = answer.answer === 'list' ? answer.items.find((t) => t.kind === kind) : undefined;
  if (like === undefined) throw new Error('it has no target that an audience chooses');
  const count = answer.answer === 'list' ? answer.total : 0;
  const model: Target = {
    ...plainTarget(like),
    id: `added-${bench.here.publication.toLowerCase()}-${count}`,
    title: `新增终端${bench.here.publication.slice(-4)}-${count}`,
    owner,
    takes: 'everybody',
    groups: [...groups],
  };
  const own = options.another?.(model, count) ?? { facts: model.facts };
  const { facts, secrets = {} } = own;
  const rows = [{ target: { ...model, facts }, secrets, expected: null }];
  const done = await lab.register({ ask: 'write', rows, apply: true, by: '测试' });
  expect(done, JSON.stringify(done)).toMatchObject({ answer: 'written' });
  return { ...model, facts };
}

/** Where it is seen, by the ids or titles of targets. */
async function places(bench: Bench): Promise<ReadonlySet<string>> {
  const elsewhere = bench.options.elsewhere ?? [];
  const seen = (await bench.visible()).map(({ target }) => target);
  return new Set(seen.filter((place) => !elsewhere.includes(place)));
}
/** What the far end may call it. */
const namesOf = ({ options }: Bench, target: Target): readonly string[] => [
  target.id,
  target.title,
  ...(options.seenAs?.(target) ?? []),
];
const isOne = (bench: Bench, seen: ReadonlySet<string>, target: Target): boolean =>
  namesOf(bench, target).some((name) => seen.has(name));

/** These show it, and no other. */
async function shownByExactly(bench: Bench, meant: readonly Target[]): Promise<void> {
  const seen = await places(bench);
  const names = new Set(meant.flatMap((target) => namesOf(bench, target)));
  expect({
    missing: meant.filter((target) => !isOne(bench, seen, target)).map(({ id }) => id),
    strangers: [...seen].filter((place) => !names.has(place)),
  }).toEqual({ missing: [], strangers: [] });
}

/** Whom a publication is meant for, and nobody else, whatever happens to the register meanwhile. */
export const targets: readonly ChannelPromise[] = [
  {
    name: 'one-area',
    sentence: 'reaches exactly the targets of the one area that it is meant for',
    declares: 'targets',
    prove: async (bench) => {
      const audience = only({ areas: [lingquan] });
      const meant = await reachedBy(bench, audience);
      expect(meant.length).toBeGreaterThan(0);
      const rest = await bench.lab.settled(await bench.lab.release(bench.here, { audience, owner }));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
      await shownByExactly(bench, meant);
    },
  },
  {
    name: 'nobody-meant',
    sentence: 'sends nothing when its audience means nobody, and says so',
    declares: 'choice',
    prove: async (bench) => {
      const audience = only({ groups: ['没有这个分组'] });
      const rest = await bench.lab.settled(await bench.lab.release(bench.here, { audience, owner }));
      expect(rest.outcome).toBe('refused');
      expect(rest.evidence.detail).toContain('受众');
      expect(await bench.all()).toEqual([]);
    },
  },
  {
    name: 'retired-meanwhile',
    sentence: 'goes on with the others when a target is retired meanwhile',
    declares: 'choice',
    prove: async (bench) => {
      const { lab } = bench;
      const gone = await added(bench, ['即将停用']);
      const stays = await added(bench, ['即将停用']);
      const audience = only({ groups: ['即将停用'] });
      const delivery = await lab.release(bench.here, { audience, owner });
      await retire(lab, gone.id);
      const rest = await lab.settled(delivery);
      if (rest.outcome !== 'confirmed') expect(JSON.stringify(rest)).toContain('停用');
      expect(isOne(bench, await places(bench), stays)).toBe(true);
      await retire(lab, stays.id);
    },
  },
  {
    name: 'added-later',
    sentence:
      'shows a target that was added what is in force for it where its kind catches up, else no old news',
    declares: 'choice',
    prove: async (bench) => {
      const catchesUp = chosen(bench)?.catchesUp === true;
      const { lab, here } = bench;
      const audience = only({ groups: ['新增'] });
      const first = await added(bench, ['新增']);
      const rest = await lab.settled(await lab.release(here, { audience, owner }));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
      const [late, stranger] = [await added(bench, ['新增']), await added(bench, [])];
      if (catchesUp) await lab.until(async () => isOne(bench, await places(bench), late));
      else await bench.published(here);
      await shownByExactly(bench, catchesUp ? [first, late] : [first]);
      for (const { id } of [first, late, stranger]) await retire(lab, id);
    },
  },
];

/** Its own store is lost, and the far end shows what it showed. The ledger remembers. */
export const amnesia: ChannelPromise = {
  name: 'amnesia',
  sentence: 'takes back what only the ledger remembers, or asks a person',
  prove: async (bench) => {
    const { lab, here } = bench;
    const before = await lab.settled(await lab.release(here, { owner }));
    expect(before, JSON.stringify(before)).toMatchObject({ outcome: 'confirmed' });
    await lab.loseStore();
    const rest = await lab.settled(await lab.withdraw(here, [known(bench, before.evidence)]), 60_000);
    expect(rest.evidence.detail ?? '').not.toContain('从未发出');
    if (rest.outcome !== 'confirmed') {
      expect(rest.outcome).toBe('failed');
      expect(rest.evidence.detail).toBeTruthy();
      return;
    }
    const left = (await bench.visible()).filter(({ text }) => !taken.test(text));
    if (lab.channel.can.recall !== 'follow-up') expect(left).toEqual([]);
  },
};

function known({ lab, here }: Bench, evidence: { readonly reference?: string | undefined }): KnownPosting {
  const { reference } = evidence;
  return {
    channel: lab.channel.id,
    edition: here.edition,
    ...(reference === undefined ? {} : { reference }),
  };
}
