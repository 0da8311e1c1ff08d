import type { Capabilities } from '@towncrier/contracts';
import { expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { ChannelPromise } from '../channel.promise.ts';
import type { Shown } from '../twin.ts';

const how = { act: 'lift', reason: '降雨已经减弱，河道水位回落。' } as const;
const warned = '山洪灾害红色预警';
/** What is said of what should not have been public, or ran out: a warning that is lifted was right. */
const wrong = /撤回|有效期已过|请勿再据此办理|失效|废止/;
const told = /预警解除/;

/**
 * Whoever reads of the warning now reads that it is lifted, and nothing else of its end.
 */
function toldRight(shown: readonly Shown[], { recall }: Capabilities): void {
  for (const { text } of shown) expect(text).not.toMatch(wrong);
  const places = [...new Set(shown.map((s) => s.target))];
  for (const place of places) {
    const here = shown.filter((s) => s.target === place);
    expect(
      here.some((s) => told.test(s.text)),
      here.map((s) => s.text.slice(0, 60)).join('\n'),
    ).toBe(true);
    if (recall !== 'follow-up') expect(here.filter((s) => !told.test(s.text))).toEqual([]);
  }
  expect(places.length).toBeGreaterThan(0);
}

const release = (bench: Bench) =>
  bench.published({ ...bench.here, content: { ...bench.here.content, title: warned } });

/** Lifting is an end of its own (突发事件应对法 art. 70): said, not silent, and in its own words. */
export const lifted: readonly ChannelPromise[] = [
  {
    name: 'lifted-in-its-own-words',
    sentence: 'says of a lifted warning that it is lifted, and never that it was taken back or ran out',
    prove: async (bench) => {
      await release(bench);
      const rest = await bench.lab.settled(await bench.lab.withdraw(bench.here, [], how));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
      toldRight(await bench.visible(), bench.lab.channel.can);
    },
  },
];
