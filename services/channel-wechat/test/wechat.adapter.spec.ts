import { OperatorNeeded, type Sighting } from '@towncrier/channel-kit';
import type { Block } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextAt, traceOf, wechatTown, type WechatTown } from './wechat.town.ts';

/** A red square of 8 by 8. */
const square =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC';

/** A table that is a picture on a telephone. */
const statement = (rows: number): Block => ({
  type: 'table',
  content: Array.from({ length: rows }, (_, y) => ({
    type: 'tableRow',
    content: [3, 1, 1, 1, 1, 1].map((colspan, x) => ({
      type: 'tableCell',
      attrs: { colspan },
      content: [{ type: 'text', text: `${y}${x},123,456.78` }],
    })),
  })),
});

const { idempotencyKey: key } = contextAt();

describe('an official account', () => {
  let town: WechatTown;
  beforeEach(async () => {
    town = await wechatTown();
  });
  afterEach(() => town.close());

  /** Looks until the platform has published it. */
  const seen = async (look: () => Promise<Sighting>): Promise<Sighting> => {
    for (;;) {
      const sighting = await look();
      if (sighting.kind !== 'unclear') return sighting;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  it('publishes what was approved, after a moment, and reads it back from the platform', async () => {
    const rendition = await town.render();
    const { reference, prepared } = await town.published(rendition);
    expect(reference).toMatch(/^publish:\d+$/);
    const sighting = await seen(() =>
      town.adapter.observe(traceOf(reference, prepared), rendition, contextAt()),
    );
    const [shown] = await town.twin.shown('7K3QZP4M');
    expect(sighting).toEqual({
      kind: 'present',
      reference: `article:${shown?.id}`,
      hash: rendition.hash,
      url: `${town.twin.url}/s/${shown?.id}`,
    });
  });

  it('sends the picture of a table as it was drawn, however high, and reads the article back with it', async () => {
    const rendition = await town.render({
      content: { body: { type: 'doc', content: [statement(120)] } },
    });
    const [drawn] = rendition.media;
    const { reference, prepared } = await town.published(rendition);
    const sighting = await seen(() =>
      town.adapter.observe(traceOf(reference, prepared), rendition, contextAt()),
    );
    expect(sighting).toMatchObject({ kind: 'present', hash: rendition.hash });
    const page = await (await fetch((sighting.kind === 'present' && sighting.url) || '')).text();
    const [, address = ''] = /src="([^"]+mmbiz[^"]+)"/.exec(page) ?? [];
    const kept = Buffer.from(await (await fetch(address)).arrayBuffer());
    expect(kept.toString('base64')).toBe(drawn?.data);
  });

  it('hears from the platform which delivery a finished job belongs to', async () => {
    await town.published(await town.render(), contextAt({ idempotencyKey: '7K3QZP4M:1:wechat:publish' }));
    while (town.sighted.length === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(town.sighted).toEqual(['7K3QZP4M:1:wechat:publish']);
  });

  it('sees an article of which it knows nothing but the draft', async () => {
    const rendition = await town.render();
    const { prepared } = await town.published(rendition);
    const lost = traceOf(null, prepared);
    expect(await seen(() => town.adapter.observe(lost, rendition, contextAt()))).toMatchObject({
      kind: 'present',
      hash: rendition.hash,
    });
  });

  it('knows that a draft still in its box was never submitted', async () => {
    const rendition = await town.render();
    const prepared = await town.adapter.prepare(rendition, contextAt());
    expect(await town.adapter.observe(traceOf(null, prepared), rendition, contextAt())).toEqual({
      kind: 'gone',
      detail: '草稿仍在草稿箱，未提交发布',
    });
    expect(await town.twin.shown()).toEqual([]);
  });

  it('cannot say where its article is when others stand there and the draft is gone', async () => {
    const { prepared } = await town.published(await town.render());
    const other = await town.render({ publication: 'BBBBBBBB', content: { title: '关于人民路停水的通知' } });
    expect(await town.adapter.observe(traceOf(null, prepared), other, contextAt())).toMatchObject({
      kind: 'unclear',
    });
  });

  it('uploads a picture once, and reads it back under its own name', async () => {
    const media = [{ id: 'a'.repeat(64), mediaType: 'image/png', data: square, alt: '阀门' }];
    const body = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '阀门位置见图。' }] },
        { type: 'image', attrs: { media: 'a'.repeat(64), alt: '阀门' } },
      ],
    };
    const rendition = await town.render({ content: { media, body } as never });
    expect(rendition.content).toContain(`media://${'a'.repeat(64)}`);
    const { reference } = await town.published(rendition);
    const sighting = await seen(() => town.adapter.observe(traceOf(reference), rendition, contextAt()));
    expect(sighting).toMatchObject({ kind: 'present', hash: rendition.hash });
  });

  it('deletes what is withdrawn, and takes "already gone" for done', async () => {
    const rendition = await town.render();
    const { reference } = await town.published(rendition);
    const at = await seen(() => town.adapter.observe(traceOf(reference), rendition, contextAt()));
    const article = at.kind === 'present' ? at.reference : '';
    const posting = { key, edition: 1, reference: article, hash: rendition.hash };
    for (let i = 0; i < 2; i += 1)
      expect(await town.adapter.withdraw(posting, null, contextAt())).toEqual({
        kind: 'done',
        reference: article,
      });
    expect(await town.adapter.observe(traceOf(article), rendition, contextAt())).toEqual({
      kind: 'gone',
      detail: '文章已删除',
    });
    expect(await town.adapter.observe(traceOf(reference), rendition, contextAt())).toMatchObject({
      kind: 'gone',
      detail: '发布后被用户删除',
    });
    const nowhere = { ...posting, reference: 'article:nobody' };
    expect((await town.adapter.withdraw(nowhere, null, contextAt())).kind).toBe('done');
  });

  it('are taken down for a correction by their article, or by the job that made them', async () => {
    const rendition = await town.render();
    const { reference } = await town.published(rendition);
    const at = await seen(() => town.adapter.observe(traceOf(reference), rendition, contextAt()));
    const article = at.kind === 'present' ? at.reference : '';
    expect(
      await town.adapter.erase({ key, edition: 1, reference, hash: rendition.hash }, contextAt()),
    ).toEqual({
      kind: 'done',
      reference: article,
    });
    expect(await town.adapter.observe(traceOf(article), null, contextAt())).toEqual({
      kind: 'gone',
      detail: '文章已删除',
    });
  });

  it('puts its cover up anew when somebody deleted it in the library before the draft was made', async () => {
    const rendition = await town.render();
    await town.adapter.prepare(rendition, contextAt());
    await town.emptyLibrary();
    expect(await town.adapter.prepare(rendition, contextAt())).toMatchObject({
      draft: expect.stringMatching(/^draft-/),
    });
    expect(await town.covers()).toHaveLength(1);
  });

  it('says in words a clerk reads whether the credentials hold', async () => {
    const signal = AbortSignal.timeout(5000);
    town.twin.fault({ kind: 'deny', times: 1 });
    const denied = await town.adapter.probe(signal);
    expect(denied.ok).toBe(false);
    expect(denied.words).toContain('白名单');
    expect(await town.adapter.probe(signal)).toEqual({ ok: true, words: '3 个公众号凭证有效' });
  });

  it('asks an operator when the account may not publish', async () => {
    await town.adapter.probe(AbortSignal.timeout(5000));
    town.twin.fault({ kind: 'deny', times: 1 });
    const rendition = await town.render();
    await expect(town.adapter.prepare(rendition, contextAt())).rejects.toBeInstanceOf(OperatorNeeded);
  });
});
