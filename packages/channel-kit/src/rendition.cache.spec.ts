import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineChannel, type Channel, type Rendition } from './channel.ts';
import { RenditionCache } from './rendition.cache.ts';
import { released } from './testing/events.sample.ts';
import { unillustrated } from './testing/unillustrated.ts';

interface Settings {
  readonly SITE: string;
}
interface Drawn extends Rendition {
  readonly words: string;
}
const settings: Settings = { SITE: 'https://www.example.gov.cn' };
const { edition } = released().data;

describe('what a channel has drawn', () => {
  let drawn: { pages: number; previews: number; readings: number };
  let channel: Channel<Settings, Drawn, unknown>;
  const fresh = (chosen: Settings = settings): RenditionCache<Settings, Drawn> =>
    new RenditionCache(channel, chosen, unillustrated);

  beforeEach(() => {
    drawn = { pages: 0, previews: 0, readings: 0 };
    channel = defineChannel<Settings, Drawn, unknown>({
      id: 'sms',
      title: '短信',
      consumes: [],
      settings: z.object({ SITE: z.string() }),
      collections: [],
      can: {
        recall: 'erase',
        revise: 'in-place',
        receipts: 'none',
        targets: '',
        limits: [],
        visibleWithinMs: 0,
        consequences: { correct: '换', withdraw: '撤' },
      },
      slots: { urgent: 1, normal: 1 },
      mode: () => 'twin',
      check: ({ content }) =>
        content.title === '' ? [{ channel: 'sms', field: 'title', message: '缺。', remedy: '补。' }] : [],
      render: ({ content }, { SITE }, forms = []) => {
        drawn.pages += 1;
        const words = [content.title, SITE, ...forms].join();
        return Promise.resolve({ words, hash: createHash('sha256').update(words).digest('hex') });
      },
      readings: ({ words }) => {
        drawn.readings += 1;
        return [{ where: '', text: words }];
      },
      preview: ({ words }) => {
        drawn.previews += 1;
        return Promise.resolve({ kind: 'text', parts: [words] });
      },
      adapter: () => Promise.reject(new Error('nothing is sent here')),
    });
  });

  it('is drawn once for preview, check before submission and delivery', async () => {
    const cache = fresh();
    const looked = async () => [
      await cache.previewOf(edition, ['A4']),
      await cache.readingsOf(edition, ['A4']),
      await cache.of(structuredClone(edition), ['A4']),
    ];
    expect(await looked()).toEqual(await looked());
    expect(drawn).toEqual({ pages: 1, previews: 1, readings: 1 });
  });

  it('is drawn again for another form, and for a form more', async () => {
    const cache = fresh();
    for (const forms of [['A4'], ['A3'], ['A3', 'A4'], ['A4']]) await cache.previewOf(edition, forms);
    expect(drawn).toMatchObject({ pages: 3, previews: 3 });
  });

  it('is drawn again when anything of the edition is another, be it not its words', async () => {
    const cache = fresh();
    const others = [
      edition,
      { ...edition, content: { ...edition.content, title: '另一个标题' } },
      { ...edition, edition: 2, corrects: { edition: 1, reason: '时间有误' } },
      { ...edition, urgent: true as const },
      { ...edition, links: { page: 'https://elsewhere.example.gov.cn/n/1.html' } },
    ];
    for (const one of others) await cache.previewOf(one, []);
    expect(drawn).toMatchObject({ pages: others.length, previews: others.length });
  });

  it('is drawn again once the settings say something else', async () => {
    const before = await fresh().of(edition, []);
    const after = await fresh({ SITE: 'https://new.example.gov.cn' }).of(edition, []);
    expect(after).not.toEqual(before);
    expect(drawn.pages).toBe(2);
  });

  it('is drawn once more after a restart, and is the same', async () => {
    const before = await fresh().of(edition, ['A4']);
    expect(await fresh().of(edition, ['A4'])).toEqual(before);
    expect(drawn.pages).toBe(2);
  });

  it('is not drawn where the channel cannot carry the edition, and has no preview', async () => {
    const cache = fresh();
    const empty = { ...edition, content: { ...edition.content, title: '' } };
    expect(await cache.of(empty, [])).toMatchObject({ can: false });
    await expect(cache.previewOf(empty, [])).rejects.toThrow('缺。');
    expect(drawn).toEqual({ pages: 0, previews: 0, readings: 0 });
  });
});
