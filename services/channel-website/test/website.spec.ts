import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FarEndBusy, OperatorNeeded, type Context, type Withdrawal } from '@towncrier/channel-kit';
import { sampleContent, sampleEdition } from '@towncrier/channel-testkit/testing';
import { hashBytes } from '@towncrier/content';
import type { IllustratedEdition } from '@towncrier/contracts';
import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';
import { WebsiteClient } from '../src/website.client.ts';
import { fileError } from '../src/website.errors.ts';
import { notice, Site } from './site.ts';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const withPicture = (): IllustratedEdition => {
  const id = hashBytes(gif);
  return sampleEdition({
    content: {
      media: [{ id, mediaType: 'image/gif', bytes: gif.length, data: gif.toString('base64') }],
      body: {
        type: 'doc',
        content: [
          ...sampleContent().body.content,
          { type: 'image', attrs: { media: id, alt: '停水范围图', caption: '停水范围' } },
        ],
      },
    },
  });
};
const withdrawal = (of: IllustratedEdition): Withdrawal => ({
  publication: of.publication,
  edition: of.edition,
  title: of.content.title,
  reason: '检修取消',
  links: of.links,
  withdrawnAt: '2026-11-23T03:00:00.000Z',
});

describe('an article of the site', () => {
  let site: Site;
  const looked = async (edition: IllustratedEdition, over: Partial<Context> = {}) => {
    const adapter = await site.process();
    return adapter.observe(
      { idempotencyKey: '', prepared: null, reference: edition.publication, hint: null },
      await channel.render(edition, site.settings()),
      site.context(edition, over),
    );
  };
  beforeEach(async () => {
    site = await Site.open();
  });
  afterEach(async () => {
    await site.close();
  });

  it('carries the tags government site checkers look for, once each', async () => {
    await site.publish(await site.process(), notice(1));
    const page = await site.get('n/00000001.html');
    for (const [name, content] of [
      ['SiteName', '开远市人民政府'],
      ['SiteDomain', new URL(site.server.url).host],
      ['SiteIDCode', '5325020001'],
      ['ColumnName', '通知公告'],
      ['ColumnType', '通知公告'],
      ['ArticleTitle', '第1号通知'],
      ['PubDate', '2026-11-23 10:00'],
      ['ContentSource', '开远市水务局'],
      ['Author', '开远市水务局'],
      ['Url', `${site.server.url}/n/00000001.html`],
    ])
      expect(page, name).toContain(`<meta name="${name}" content="${content}">`);
    const names = [...page.matchAll(/<meta name="([^"]+)"/g)].map(([, name = '']) => name.toLowerCase());
    expect(names.length).toBe(new Set(names).size);
    expect(page).toContain(`<link rel="canonical" href="${site.server.url}/n/00000001.html">`);
  });

  it('stands in the column of its own publication', async () => {
    const column = { name: '政策文件', type: '政策文件' };
    await site.publish(await site.process(), { ...notice(1), column });
    await site.publish(await site.process(), {
      ...notice(2),
      column: { name: '水务动态', type: '工作动态' },
    });
    const tagged = async (path: string): Promise<readonly string[]> =>
      [...(await site.get(path)).matchAll(/<meta name="Column(?:Name|Type)" content="([^"]+)">/gu)].map(
        ([, content = '']) => content,
      );
    expect(await tagged('n/00000001.html')).toEqual(['政策文件', '政策文件']);
    expect(await tagged('n/00000002.html')).toEqual(['水务动态', '工作动态']);
    expect(await site.get('n/00000002.html')).toContain('<span>水务动态</span>');
    await site.withdraw(await site.process(), notice(1), { reason: '检修取消' });
    expect(await tagged('n/00000001.html')).toEqual(['政策文件', '政策文件']);
    expect(await tagged('list/1.html')).toEqual(['通知公告', '通知公告']);
  });

  it('needs no script and no other host', async () => {
    await site.publish(await site.process(), notice(1));
    const page = await site.get('n/00000001.html');
    expect(page).not.toMatch(/<script|<link rel="stylesheet"|@import|url\(/);
    expect(page.length).toBeLessThan(30_000);
  });

  it('keeps the day of its first publication when it is corrected, and says which edition it replaces', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1));
    site.clock('2026-11-25T02:00:00.000Z');
    await site.publish(adapter, { ...notice(1), edition: 2, corrects: { edition: 1, reason: '时间有误' } });
    const page = await site.get('n/00000001.html');
    expect(page).toContain('<meta name="PubDate" content="2026-11-23 10:00">');
    expect(page).toContain('本页为第2版，替代第1版。更正原因：时间有误');
    expect(await site.get('')).toContain('2026-11-23</time>');
  });

  it('shows its pictures from files named by their bytes', async () => {
    const edition = withPicture();
    await site.publish(await site.process(), edition);
    const [path] = await site.files('media');
    expect(path).toBe(`${hashBytes(gif)}.gif`);
    expect(await site.get(`n/${edition.publication}.html`)).toContain(`src="../media/${path}"`);
    expect(await looked(edition)).toMatchObject({
      kind: 'present',
      hash: (await channel.render(edition, site.settings())).hash,
    });
  });

  it('is not confirmed while one of its pictures cannot be seen', async () => {
    const edition = withPicture();
    await site.publish(await site.process(), edition);
    await rm(join(site.root, 'media'), { recursive: true });
    expect(await looked(edition)).toMatchObject({ kind: 'unclear' });
  });

  it('has its pictures inside in a preview', async () => {
    const preview = await channel.preview(await channel.render(withPicture(), site.settings()));
    expect(preview).toMatchObject({
      kind: 'html',
      html: expect.stringContaining('src="data:image/gif;base64,') as string,
    });
  });

  it('is recognised when somebody changed the file', async () => {
    const edition = notice(1);
    await site.publish(await site.process(), edition);
    await writeFile(
      join(site.root, 'n/00000001.html'),
      (await site.file('n/00000001.html')).replaceAll('8时至18时', '8时至20时'),
    );
    const seen = await looked(edition);
    expect(seen).toMatchObject({ kind: 'present' });
    expect(seen).not.toMatchObject({ hash: (await channel.render(edition, site.settings())).hash });
    await writeFile(join(site.root, 'n/00000001.html'), '<p>另一页</p>');
    expect(await looked(edition)).toMatchObject({ kind: 'different' });
  });

  it('counts as absent only when the server says so', async () => {
    expect(await looked(notice(1))).toMatchObject({ kind: 'gone' });
    const broken = Fastify();
    broken.get('/*', (_request, reply) => reply.code(503).send('busy'));
    const client = new WebsiteClient(await broken.listen({ port: 0, host: '127.0.0.1' }));
    expect(await client.page('n/00000001.html', AbortSignal.timeout(5000))).toMatchObject({
      kind: 'unclear',
    });
    await broken.close();
  });

  it('becomes a page that says when and why it was withdrawn, under the same address', async () => {
    const adapter = await site.process();
    const edition = notice(1);
    await site.publish(adapter, edition);
    const posting = { key: '', edition: 1, reference: edition.publication, hash: '' };
    await adapter.withdraw(posting, withdrawal(edition), site.context(edition));
    await adapter.withdraw(posting, withdrawal(edition), site.context(edition));
    const page = await site.get('n/00000001.html');
    expect((await fetch(`${site.server.url}/n/00000001.html`)).status).toBe(410);
    expect(page).toContain('本文已于2026年11月23日11时00分撤回');
    expect(page).toContain('检修取消');
    expect(page).not.toContain('8时至18时');
    expect(await site.get('')).toContain('已撤回</b>第1号通知');
    expect(
      await adapter.observeWithdrawal?.(
        posting,
        withdrawal(edition),
        { idempotencyKey: '', prepared: null, reference: null, hint: null },
        site.context(edition),
      ),
    ).toMatchObject({ kind: 'present' });
  });

  it('leaves nothing unfinished behind', async () => {
    await mkdir(join(site.root, '.new'), { recursive: true });
    await writeFile(join(site.root, '.new', 'half'), '<html>');
    await site.process();
    expect(await site.files('.new')).not.toContain('half');
  });

  it('asks the operator when the document root cannot be written, and waits while the disk is full', () => {
    const failed = (code: string): unknown => fileError(Object.assign(new Error(code), { code }));
    expect(failed('EROFS')).toBeInstanceOf(OperatorNeeded);
    expect(failed('ENOSPC')).toBeInstanceOf(FarEndBusy);
    const strange = new Error('EIO');
    expect(fileError(strange)).toBe(strange);
  });

  it('starts even when the document root cannot be made, and says that the lists are behind', async () => {
    await writeFile(site.root, 'a file where the folder should be');
    const adapter = await site.process();
    expect(site.warnings.join()).toContain('lists are behind');
    await expect(site.publish(adapter, notice(1))).rejects.toBeInstanceOf(OperatorNeeded);
  });
});

describe('the web server of the twin', () => {
  it('gives out nothing but the document root', async () => {
    const site = await Site.open();
    await writeFile(join(site.folder, 'secret.txt'), 'secret');
    await mkdir(`${site.root}-x`);
    await writeFile(join(`${site.root}-x`, 'secret.txt'), 'secret');
    for (const path of [
      '%2e%2e/secret.txt',
      '..%2fsecret.txt',
      '..%2fpublic-x%2fsecret.txt',
      '%252e%252e/secret.txt',
      '%00',
    ]) {
      const answer = await fetch(`${site.server.url}/${path}`);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.status, path).toBeLessThan(500);
      expect(await answer.text()).not.toContain('secret');
    }
    await site.close();
  });
});
