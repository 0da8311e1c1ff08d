import { isDeepStrictEqual } from 'node:util';
import { rendered, renderQuestion, type RenderAsked, type Rendered } from '@towncrier/contracts';
import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';

/** What was approved is what the public sees. */
export const approved: readonly ChannelPromise[] = [
  {
    name: 'preview',
    sentence: 'answers how an edition would look, and sends just that',
    prove: async ({ lab, here }) => {
      const { id } = lab.channel;
      const ask = async (want: RenderAsked['want']): Promise<Rendered> =>
        rendered.parse(await lab.broker.ask(renderQuestion(id), { edition: here, want }));
      const [bare, whole] = [await ask('hash'), await ask('preview')];
      const { preview: _preview, ...besides } = whole;
      const { readings = [] } = whole;
      expect(bare).toEqual({ ...besides, channel: id, problems: [], readings });
      expect(readings.map(({ text }) => text).filter((text) => text.trim() !== '')).not.toEqual([]);
      expect(whole.preview).toBeDefined();
      const rest = await lab.settled(await lab.release(here, { renditionHash: bare.hash ?? '' }));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
    },
  },
  {
    name: 'approved-bytes',
    sentence: 'refuses to send anything but the approved rendition',
    prove: async (bench) => {
      const { lab, here } = bench;
      const rest = await lab.settled(await lab.release(here, { renditionHash: '0'.repeat(64) }));
      expect(rest.outcome).toBe('refused');
      expect(await bench.all()).toEqual([]);
    },
  },
  {
    name: 'same-bytes',
    sentence: 'renders the same edition to the same bytes',
    prove: async ({ lab, here }) => {
      const [one, two] = [await lab.render(here), await lab.render(structuredClone(here))];
      expect(isDeepStrictEqual(one, two)).toBe(true);
      expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    },
  },
];
