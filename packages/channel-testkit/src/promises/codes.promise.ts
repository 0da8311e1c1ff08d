import { expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { ChannelPromise } from '../channel.promise.ts';
import { hear } from '../recorded.hearing.ts';
import type { Meaning, RecordedAnswer } from '../recorded.answer.ts';

export const codes: ChannelPromise = {
  name: 'codes',
  sentence: 'has recorded answers of its far end to be tried on',
  prove: ({ recorded }) => {
    if (recorded.length === 0)
      throw new Error('test/fixtures holds no recorded answer: add some, or say in waivers.codes why not');
  },
};

/** The far end's answer means for the delivery what it was recorded to mean. */
export async function proveRecorded({ lab }: Bench, recorded: RecordedAnswer): Promise<void> {
  expect(await hear(lab, recorded), recorded.source).toMatchObject(expected(recorded.means));
}

/** `words` and `detail` are named in part: the rest is for the person who reads them. */
function expected(means: Meaning): object {
  const inPart = ([fact, value]: [string, unknown]): [string, unknown] => [
    fact,
    fact === 'words' || fact === 'detail' ? expect.stringContaining(String(value)) : value,
  ];
  return Object.fromEntries(Object.entries(means).map(inPart));
}
