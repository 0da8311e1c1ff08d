import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';
import { articles } from '../src/manifest.ts';
import { notice, Site } from './site.ts';

const titles = (page: string): string[] =>
  [...page.matchAll(/<li><a [^>]*>(?:<b[^>]*>[^<]*<\/b>)?([^<]*)<\/a>/g)].map(([, title = '']) => title);

describe('the lists of the site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await Site.open();
  });
  afterEach(async () => {
    await site.close();
  });

  it('name the newest piece first, on the home page and in the column', async () => {
    const adapter = await site.process();
    for (const number of [1, 2, 3]) await site.publish(adapter, notice(number));
    expect(titles(await site.get(''))).toEqual(['第3号通知', '第2号通知', '第1号通知']);
    expect(titles(await site.get('list/1.html'))).toEqual(['第3号通知', '第2号通知', '第1号通知']);
  });

  it('are made anew at the next start when they were lost', async () => {
    await site.publish(await site.process(), notice(1));
    await rm(join(site.root, 'list'), { recursive: true });
    await rm(join(site.root, 'index.html'));
    await site.process();
    expect(titles(await site.get(''))).toEqual(['第1号通知']);
    expect(titles(await site.get('list/1.html'))).toEqual(['第1号通知']);
  });

  it('do not name a piece whose page was never written', async () => {
    const edition = notice(1);
    const dies = await site.process();
    await dies.prepare?.(await channel.render(edition, site.settings()), site.context(edition));
    const next = await site.process();
    await site.publish(next, notice(2));
    expect(titles(await site.get(''))).toEqual(['第2号通知']);
  });

  it('name at the next start a piece whose process died right after its page became visible', async () => {
    const edition = notice(1);
    const [rendition, context] = [await channel.render(edition, site.settings()), site.context(edition)];
    const first = await site.process();
    await first.prepare?.(rendition, context);
    // As the disk is when the process is killed after the rename: the page stands, lists and manifest know
    // nothing of it.
    const copy = await Site.open();
    await copy.publish(await copy.process(), edition);
    await cp(join(copy.root, 'n'), join(site.root, 'n'), { recursive: true });
    await copy.close();
    expect(titles(await site.get(''))).toEqual([]);
    await site.process();
    expect(titles(await site.get(''))).toEqual(['第1号通知']);
  });

  it('give every piece its own place when many are published at once', async () => {
    const adapter = await site.process();
    await Promise.all(Array.from({ length: 60 }, (_, i) => site.publish(adapter, notice(i + 1))));
    const [first, second] = [titles(await site.get('list/1.html')), titles(await site.get('list/2.html'))];
    expect([first.length, second.length]).toEqual([50, 10]);
    expect(new Set([...first, ...second]).size).toBe(60);
  });

  it('lead from a full page to the one that was begun after it, and back', async () => {
    const adapter = await site.process();
    for (let number = 1; number <= 51; number += 1) await site.publish(adapter, notice(number));
    expect(await site.get('list/1.html')).toContain('/list/2.html');
    expect(await site.get('list/2.html')).toContain('/list/1.html');
    expect(await site.get('')).toContain('/list/2.html');
  });

  it('leave full pages alone', async () => {
    const adapter = await site.process();
    for (let number = 1; number <= 52; number += 1) await site.publish(adapter, notice(number));
    await rm(join(site.root, 'list', '1.html'));
    await site.publish(adapter, notice(53));
    expect(await site.files('list')).toEqual(['2.html']);
  });

  it('are made anew when the name of the site changes', async () => {
    const adapter = await site.process();
    for (let number = 1; number <= 51; number += 1) await site.publish(adapter, notice(number));
    await site.process({ SITE_NAME: '弥勒市人民政府' });
    for (const path of ['', 'list/1.html', 'list/2.html'])
      expect(await site.get(path)).toContain('弥勒市人民政府');
  });

  it('are made anew in slices, without keeping the start or a publication waiting for all of them', async () => {
    const collection = await site.store.collection(articles);
    const shown = { edition: 1, title: '旧通知', lane: 'normal', state: 'published', hash: '0' } as const;
    await Promise.all(
      Array.from({ length: 3000 }, (_, i) =>
        collection.insert({
          _id: notice(i + 1).publication,
          number: i + 1,
          releasedAt: '2026-11-20T02:00:00.000Z',
          shown,
          next: null,
          open: false,
          urgent: false,
        }),
      ),
    );
    const adapter = await site.process();
    expect((await site.files('list')).length).toBeLessThan(60);
    await site.publish(adapter, notice(3001));
    expect(titles(await site.get(''))[0]).toBe('第3001号通知');
    await expect
      .poll(async () => (await site.get('')).includes('<!--lists:'), { timeout: 20_000 })
      .toBe(true);
    expect((await site.files('list')).length).toBe(61);
    for (const page of [1, 20, 21, 60])
      expect(titles(await site.get(`list/${page}.html`)), String(page)).toHaveLength(50);
  });

  it('put what is urgent on top of the home page for three days', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1, '森林火险红色预警'), { lane: 'urgent' });
    for (let number = 2; number <= 25; number += 1) await site.publish(adapter, notice(number));
    expect(titles(await site.get(''))[0]).toBe('森林火险红色预警');
    expect(await site.get('')).toContain('紧急通知');
    site.clock('2026-11-27T02:00:00.000Z');
    await site.publish(adapter, notice(26));
    expect(await site.get('')).not.toContain('森林火险红色预警');
  });
});
