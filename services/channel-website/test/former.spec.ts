import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formerArticleForm, hashText } from '@towncrier/content';
import { samples } from '@towncrier/content/testing';
import { describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';
import { renderWebsite } from '../src/render/website.article.ts';
import { notice, Site } from './site.ts';

describe('what was approved before the form of articles changed', () => {
  it.each(['table', 'long'] as const)('has the same bytes still: the %s notice', async (name) => {
    const then = await readFile(join(import.meta.dirname, 'former', `${name}.html`), 'utf8');
    expect(`${renderWebsite(samples[name], undefined, formerArticleForm).html}\n`).toBe(then);
    expect(`${renderWebsite(samples[name]).html}\n`).not.toBe(then);
  });

  it('is read back with the hash of its approval', async () => {
    const site = await Site.open();
    const adapter = await site.process();
    const edition = notice(1, '关于抢修停水的通知');
    const then = await channel.render(edition, site.settings(), channel.formerForms);
    expect(then.hash).not.toBe((await channel.render(edition, site.settings())).hash);
    const context = site.context(edition);
    await adapter.prepare?.(then, context);
    await adapter.publish(then, null, context);
    const trace = { idempotencyKey: '', prepared: null, reference: edition.publication, hint: null };
    expect(await adapter.observe(trace, then, context)).toMatchObject({ kind: 'present', hash: then.hash });
    expect(hashText(then.article.html)).toBe(then.hash);
    await site.close();
  });
});
