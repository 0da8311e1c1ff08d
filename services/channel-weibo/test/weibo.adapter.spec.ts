import { OperatorNeeded, type Withdrawal } from '@towncrier/channel-kit';
import { paragraph } from '@towncrier/content/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WeiboAdapter } from '../src/weibo.adapter.ts';
import { WeiboClient } from '../src/weibo.client.ts';
import { withdrawalStatus } from '../src/weibo.texts.ts';
import { contextAt, rendered, traceOf, weiboTown, type WeiboTown } from './weibo.town.ts';

const withdrawal: Withdrawal = {
  publication: '7K3QZP4M',
  edition: 1,
  title: '关于灵泉东路停水检修的通知',
  reason: '检修时间有变',
  links: { page: 'http://127.0.0.1:8737/n/7K3QZP4M.html' },
  withdrawnAt: '2026-11-23T08:00:00.000Z',
};
/** More than a post takes. */
const more = Array.from({ length: 12 }, (_, n) =>
  paragraph(`${n + 1}．${'因供水管网检修，灵泉东路沿线停水，请提前储水。'.repeat(5)}`),
);
const posting = { key: '', edition: 1, reference: '1', hash: '' };

describe('an account on Weibo', () => {
  let town: WeiboTown;
  beforeEach(async () => {
    town = await weiboTown();
  });
  afterEach(() => town.close());

  it('posts the approved text, word for word, and can say where it stands', async () => {
    const rendition = await rendered();
    const outcome = await town.adapter.publish(rendition, null, contextAt());
    const [shown] = await town.twin.shown('7K3QZP4M');
    expect(shown?.text).toBe(rendition.text);
    expect(outcome).toEqual({
      kind: 'done',
      reference: shown?.id,
      url: `${town.twin.url}/1404376560/${shown?.id}`,
    });
    expect(await town.adapter.observe(traceOf(outcome.reference), rendition, contextAt())).toMatchObject({
      kind: 'present',
      hash: rendition.hash,
      reference: shown?.id,
    });
  });

  it('looks for what the platform already has, and never posts it again', async () => {
    const rendition = await rendered();
    const first = await town.adapter.publish(rendition, null, contextAt());
    const again = await town.adapter.publish(rendition, null, contextAt());
    expect(again.kind).toBe('pending');
    expect(await town.twin.shown('7K3QZP4M')).toHaveLength(1);
    const seen = await town.adapter.observe(traceOf(again.reference), rendition, contextAt());
    expect(seen).toMatchObject({ kind: 'present', reference: first.reference, hash: rendition.hash });
  });

  it('finds a post of which it knows nothing but the text', async () => {
    const rendition = await rendered();
    const { reference } = await town.adapter.publish(rendition, null, contextAt());
    await town.adapter.publish(await rendered('BBBBBBBB'), null, contextAt());
    const seen = await town.adapter.observe(traceOf(null), rendition, contextAt());
    expect(seen).toMatchObject({ kind: 'present', reference });
  });

  it('is sure of an absence only where it read back to before the call', async () => {
    const rendition = await rendered();
    expect(await town.adapter.observe(traceOf(null), rendition, contextAt())).toMatchObject({ kind: 'gone' });
    town.twin.fault({ kind: 'crowd', times: 1 });
    await town.adapter.publish(await rendered('BBBBBBBB'), null, contextAt());
    expect(await town.adapter.observe(traceOf(null), rendition, contextAt())).toMatchObject({ kind: 'gone' });
  });

  it('has nothing to look for when a withdrawal has no reference', async () => {
    expect(await town.adapter.observe(traceOf(null), null, contextAt())).toMatchObject({ kind: 'gone' });
  });

  it('posts the picture of what the text leaves out, and knows it again as the platform keeps it', async () => {
    const rendition = await rendered('7K3QZP4M', more);
    expect(rendition.picture).not.toBeNull();
    const { reference } = await town.adapter.publish(rendition, null, contextAt());
    const seen = await town.adapter.observe(traceOf(reference), rendition, contextAt());
    expect(seen).toMatchObject({ kind: 'present', hash: rendition.hash, reference });
    const searched = await town.adapter.observe(traceOf(null), rendition, contextAt());
    expect(searched).toMatchObject({ kind: 'present', hash: rendition.hash, reference });
  });

  it('takes a post that lost its picture, or has another one, for something else than was approved', async () => {
    const rendition = await rendered('7K3QZP4M', more);
    const other = await rendered('BBBBBBBB', [paragraph('另一件事。'.repeat(120))]);
    const bare = await town.adapter.publish({ ...rendition, picture: null }, null, contextAt());
    const seen = await town.adapter.observe(traceOf(bare.reference), rendition, contextAt());
    expect(seen.kind === 'present' && seen.hash).not.toBe(rendition.hash);
    await town.twin.clear();
    const mixed = await town.adapter.publish({ ...rendition, picture: other.picture }, null, contextAt());
    const again = await town.adapter.observe(traceOf(mixed.reference), rendition, contextAt());
    expect(again.kind === 'present' && again.hash).not.toBe(rendition.hash);
  });

  it('sees that a person deleted it in the app', async () => {
    const rendition = await rendered();
    const { reference } = await town.adapter.publish(rendition, null, contextAt());
    await fetch(`${town.twin.url}/app/delete/${reference}`, { method: 'POST' });
    expect(await town.adapter.observe(traceOf(reference), rendition, contextAt())).toEqual({
      kind: 'gone',
      detail: '账号主页没有这条微博',
    });
  });

  it('takes back by a second post that says so, once', async () => {
    const at = contextAt();
    const before = await town.adapter.observeWithdrawal(posting, withdrawal, traceOf(null), at);
    expect(before).toMatchObject({ kind: 'gone' });
    const told = await town.adapter.withdraw(posting, withdrawal, at);
    expect(await town.adapter.withdraw(posting, withdrawal, at)).toEqual(told);
    const shown = await town.twin.shown('7K3QZP4M');
    expect(shown.map((s) => s.text)).toEqual([withdrawalStatus(withdrawal)]);
    const after = await town.adapter.observeWithdrawal(posting, withdrawal, traceOf(null), at);
    expect(after).toMatchObject({ kind: 'present', reference: told.reference });
    expect(after.kind === 'present' && after.detail).toContain('人工删除');
  });

  it('says in words a clerk reads whether it can be reached', async () => {
    const signal = AbortSignal.timeout(5000);
    expect(await town.adapter.probe(signal)).toEqual({ ok: true, words: '2 个微博账号授权有效' });
    await town.twin.close();
    const health = await town.adapter.probe(signal);
    expect(health.words).toContain('灵泉街道：');
    expect(health.ok).toBe(false);
  });

  it('names the address the public knows, not that of the interface', async () => {
    const live = new WeiboAdapter(town.accounts, 'https://api.weibo.com');
    const outcome = await live.publish(await rendered(), null, contextAt());
    expect(outcome.url).toMatch(/^https:\/\/weibo\.com\/1404376560\/\d+$/);
  });

  it('gives up a call in time', async () => {
    town.twin.fault({ kind: 'slow', times: 1, ms: 3000 });
    const hurried = { ...contextAt(), signal: AbortSignal.timeout(100) };
    await expect(town.adapter.publish(await rendered(), null, hurried)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('takes a page in place of an answer for a wrong address, as long as no server is in trouble', async () => {
    const wall = new WeiboClient(`${town.twin.url}/__twin/wall?`, 't', '203.0.113.7', () => new Date());
    await expect(wall.timeline(1, AbortSignal.timeout(5000))).rejects.toBeInstanceOf(OperatorNeeded);
  });
});
