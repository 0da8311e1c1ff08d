import { isDeepStrictEqual } from 'node:util';
import { rendered, renderQuestion, type IllustratedEdition, type OwnWords } from '@towncrier/contracts';
import { expect } from 'vitest';
import type { AnyLab } from '../channel.lab.ts';
import type { ChannelPromise } from '../channel.promise.ts';
import { wordsOf } from './rendition.words.ts';

const words = '改写：请绕行文化路';
const own = (channel: string, part: string, said = words): OwnWords => ({
  channel,
  part,
  words: said,
  against: '0'.repeat(64),
});
const having = (edition: IllustratedEdition, ...ownWords: OwnWords[]): IllustratedEdition => ({
  ...edition,
  content: { ...edition.content, ownWords },
});

/** What stands in each part that may be written for this channel alone. */
async function partsIn(lab: AnyLab, edition: IllustratedEdition): Promise<Readonly<Record<string, string>>> {
  const { channel } = lab;
  if (channel.parts === undefined)
    throw new Error('it declares can.ownWords: say in `parts` what stands there');
  return channel.parts(await lab.render(edition));
}

async function changesOnly(lab: AnyLab, here: IllustratedEdition, part: string): Promise<void> {
  const { channel, settings } = lab;
  const written = having(here, own(channel.id, part));
  expect(channel.check(written, settings, await lab.forms()), part).toEqual([]);
  expect(await partsIn(lab, written), part).toEqual({ ...(await partsIn(lab, here)), [part]: words });
  const [before, after] = [await lab.render(here), await lab.render(written)];
  expect(after.hash, part).not.toBe(before.hash);
  expect(wordsOf(after), part).toContain(words);
}

/** Too much is refused, and urgently left out: then the main text stands there. */
async function isBound(lab: AnyLab, here: IllustratedEdition, part: string): Promise<void> {
  const { channel, settings } = lab;
  const over = having(here, own(channel.id, part, '长'.repeat(1000)));
  const forms = await lab.forms();
  const fields = channel.check(over, settings, forms).map(({ field }) => field);
  expect(fields, part).toContain(`ownWords.${channel.id}.${part}`);
  const [urgent, plain] = [
    { ...over, urgent: true as const },
    { ...here, urgent: true as const },
  ];
  expect(channel.check(urgent, settings, forms), part).toEqual([]);
  expect(isDeepStrictEqual(await lab.render(urgent), await lab.render(plain)), part).toBe(true);
}

/** 渠道改写: what an editor writes for one channel alone. */
export const ownWordsKept: ChannelPromise = {
  name: 'own-words',
  sentence: 'says what was written for it alone where it declares that, and nothing else changes',
  prove: async (bench) => {
    const { lab, here } = bench;
    const { channel } = lab;
    const parts = (channel.can.ownWords ?? []).map(({ part }) => part);
    const strange = ['title', 'text', 'digest'].filter((part) => !parts.includes(part));
    for (const other of [
      having(here, own('elsewhere', 'text'), own('elsewhere', 'title')),
      having(here, ...strange.map((part) => own(channel.id, part))),
      having(here, ...parts.map((part) => own(channel.id, part, ' '))),
    ])
      expect(isDeepStrictEqual(await lab.render(other), await lab.render(here))).toBe(true);
    if (parts.length === 0) return;
    expect(Object.keys(await partsIn(lab, here)).toSorted()).toEqual(parts.toSorted());
    for (const part of parts) {
      await changesOnly(lab, here, part);
      await isBound(lab, here, part);
    }
    const corrected = bench.corrected({ ownWords: parts.map((part) => own(channel.id, part)) });
    const { content } = bench.corrected({});
    const isTold = (rendition: object): boolean => wordsOf(rendition).includes('更正');
    expect(isTold(await lab.render(corrected))).toBe(isTold(await lab.render({ ...corrected, content })));
    const written = having(here, ...parts.map((part) => own(channel.id, part)));
    const question = { edition: written, want: 'hash' };
    const { hash = '' } = rendered.parse(await lab.broker.ask(renderQuestion(channel.id), question));
    const rest = await lab.settled(await lab.release(written, { renditionHash: hash }));
    expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
  },
};
