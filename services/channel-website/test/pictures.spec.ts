import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, Posting, Withdrawal } from '@towncrier/channel-kit';
import { sampleContent, sampleEdition } from '@towncrier/channel-testkit/testing';
import { hashBytes } from '@towncrier/content';
import type { IllustratedEdition } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';
import { pictureUses } from '../src/picture.uses.ts';
import type { WebsiteRendition } from '../src/website.rendition.ts';
import { notice, Site } from './site.ts';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const id = hashBytes(gif);
const path = `media/${id}.gif`;

const withPicture = (publication: string): IllustratedEdition =>
  sampleEdition({
    publication,
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
const withdrawalOf = (edition: IllustratedEdition): Withdrawal => ({
  publication: edition.publication,
  edition: edition.edition,
  title: edition.content.title,
  reason: '检修取消',
  links: edition.links,
  withdrawnAt: '2026-11-23T03:00:00.000Z',
});

describe('a picture of the site', () => {
  let site: Site;
  let adapter: Adapter<WebsiteRendition>;
  beforeEach(async () => {
    site = await Site.open();
    adapter = await site.process();
  });
  afterEach(async () => {
    await site.close();
  });

  const served = async (): Promise<number> => (await fetch(`${site.server.url}/${path}`)).status;
  const posting = (edition: IllustratedEdition): Posting => ({
    key: '',
    edition: edition.edition,
    reference: edition.publication,
    hash: '',
    target: null,
  });
  const withdraw = (edition: IllustratedEdition) =>
    adapter.withdraw(posting(edition), withdrawalOf(edition), site.context(edition));
  const look = (edition: IllustratedEdition) =>
    adapter.observeWithdrawal?.(
      posting(edition),
      withdrawalOf(edition),
      { idempotencyKey: '', prepared: null, reference: edition.publication, hint: null },
      site.context(edition),
    );

  it('goes with the only article that shows it', async () => {
    const edition = withPicture('00000001');
    await site.publish(adapter, edition);
    expect(await served()).toBe(200);

    await withdraw(edition);

    expect(await served()).toBe(404);
    expect(await look(edition)).toMatchObject({ kind: 'present' });
  });

  it('stays as long as another article shows it', async () => {
    const [one, other] = [withPicture('00000001'), withPicture('00000002')];
    await site.publish(adapter, one);
    await site.publish(adapter, other);

    await withdraw(one);
    expect(await served()).toBe(200);
    expect(await look(one)).toMatchObject({ kind: 'present' });

    await withdraw(other);
    expect(await served()).toBe(404);
  });

  it('goes with a correction that no longer shows it, and comes back with one that does', async () => {
    await site.publish(adapter, withPicture('00000001'));
    await site.publish(adapter, { ...notice(1), edition: 2, corrects: { edition: 1, reason: '图有误' } });
    expect(await served()).toBe(404);

    await site.publish(adapter, {
      ...withPicture('00000001'),
      edition: 3,
      corrects: { edition: 2, reason: '图已改正' },
    });
    expect(await served()).toBe(200);
  });

  it('that is still served after the end is not taken for gone', async () => {
    const edition = withPicture('00000001');
    await site.publish(adapter, edition);
    await withdraw(edition);
    await writeFile(join(site.root, path), gif);

    expect(await look(edition)).toMatchObject({ kind: 'gone', detail: expect.stringContaining(path) });
  });

  it('of articles that an earlier release put up is known by their pages', async () => {
    const [one, other] = [withPicture('00000001'), withPicture('00000002')];
    await site.publish(adapter, one);
    await site.publish(adapter, other);
    const uses = await site.store.collection(pictureUses);
    for (const use of (await uses.find({ path, ended: false })).items) await uses.delete(use._id);

    await withdraw(one);
    expect(await served()).toBe(200);
    await withdraw(other);
    expect(await served()).toBe(404);
  });

  it('that was brought for a page which never came is gone at the next start', async () => {
    const [never, other] = [withPicture('00000001'), withPicture('00000002')];
    await adapter.prepare?.(await channel.render(never, site.settings()), site.context(never));
    expect(await served()).toBe(200);
    await site.process();
    expect(await served()).toBe(404);

    await site.publish(adapter, other);
    await adapter.prepare?.(await channel.render(never, site.settings()), site.context(never));
    await site.process();
    expect(await served()).toBe(200);
  });

  it('is read back with the article that shows it', async () => {
    const edition = withPicture('00000001');
    await site.publish(adapter, edition);
    const trace = { idempotencyKey: '', prepared: null, reference: edition.publication, hint: null };
    const rendition = await channel.render(edition, site.settings());
    expect(await adapter.observe(trace, rendition, site.context(edition))).toMatchObject({ kind: 'present' });
  });
});
