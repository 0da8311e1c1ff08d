import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Jobs, jobs } from '../src/jobs.ts';
import { Uploads, uploads } from '../src/uploads.ts';

const place = 'https://mmbiz.qpic.cn/mmbiz_jpg/example/640?wx_fmt=jpeg&from=appmsg';
const picture = 'a'.repeat(64);

describe('what an official account remembers', () => {
  let folder: string;
  let store: Store;
  let known: Uploads;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-uploads-'));
    store = await openSqliteStore(folder);
    known = new Uploads(await store.collection(uploads));
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('of pictures: each is uploaded once, also after a restart', async () => {
    let sent = 0;
    const send = (): Promise<string> => Promise.resolve(`${place}&n=${(sent += 1)}`);
    expect(await known.once('main', picture, send)).toBe(`${place}&n=1`);
    const again = new Uploads(await store.collection(uploads));
    expect(await again.once('main', picture, send)).toBe(`${place}&n=1`);
    expect(await again.once('main', 'b'.repeat(64), send)).toBe(`${place}&n=2`);
  });

  it('of pictures: not one that could not be uploaded', async () => {
    await expect(known.once('main', picture, () => Promise.reject(new Error('too large')))).rejects.toThrow();
    expect(await known.once('main', picture, () => Promise.resolve(place))).toBe(place);
  });

  it('their own names, so that an article can be compared with what was approved', async () => {
    await known.once('main', picture, () => Promise.resolve(place));
    const escaped = place.replaceAll('&', '&amp;');
    expect(await known.named(`<p>见图</p><img src="${escaped}"><img src="${escaped}">`)).toBe(
      `<p>见图</p><img src="media://${picture}"><img src="media://${picture}">`,
    );
  });

  it('nothing of pictures of others: they stay as they are', async () => {
    const foreign = '<img src="https://mmbiz.qpic.cn/other"><a href="https://x.test">外链</a>';
    expect(await known.named(foreign)).toBe(foreign);
  });

  it('of pictures: each account has its own, for a cover of another one is worth nothing', async () => {
    const at = (account: string): Promise<string> =>
      known.once(account, 'cover:1', () => Promise.resolve(`${account}-cover`));
    expect([await at('main'), await at('lingquan'), await at('main')]).toEqual([
      'main-cover',
      'lingquan-cover',
      'main-cover',
    ]);
  });

  it('of pictures: their names, also of the time when there was one account', async () => {
    const docs = await store.collection(uploads);
    await docs.insert({ _id: picture, place });
    expect(await known.named(`<img src="${place.replaceAll('&', '&amp;')}">`)).toBe(
      `<img src="media://${picture}">`,
    );
  });

  it('of jobs: which delivery each belongs to, the first one that said so', async () => {
    const mine = new Jobs(await store.collection(jobs));
    expect(await mine.keyOf('main', '2247503051')).toBeNull();
    await mine.remember('main', '2247503051', '7K3QZP4M:1:wechat:publish');
    await mine.remember('main', '2247503051', 'BBBBBBBB:1:wechat:publish');
    expect(await mine.keyOf('main', '2247503051')).toBe('7K3QZP4M:1:wechat:publish');
    expect(await mine.keyOf('lingquan', '2247503051')).toBeNull();
  });
});
