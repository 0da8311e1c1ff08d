import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubClient, Refused, type Publication } from './hub.client.ts';
import { planFile, Town, waterNotice } from './town.ts';

describe('one notice, seven channels', () => {
  let town: Town;
  let plan: Publication;
  beforeAll(async () => {
    town = await Town.start();
  });
  afterAll(async () => {
    await town.stop();
  });

  it('carries the 2017 plan to every channel and proves it at each far end', async () => {
    plan = await town.publish({ source: await readFile(planFile, 'utf8') });
    const board = await town.complete(plan);
    expect(board.rows.map((r) => r.channel).sort()).toEqual([...town.channels].sort());
    expect(town.channels.length).toBeGreaterThanOrEqual(7);
    const approved = plan.editions[0]?.renditions ?? {};
    for (const row of board.rows) {
      expect(row, row.channel).toMatchObject({ state: 'confirmed' });
      expect(row.evidence?.hash, `what ${row.channel} shows is what was approved`).toBe(
        approved[row.channel],
      );
    }
    for (const [channel, count] of Object.entries(await town.counts(plan.id)))
      expect(count, channel).toBeGreaterThan(0);
  });

  it('serves it as a static page with the government meta tags', async () => {
    const page = await (await fetch(plan.page)).text();
    for (const name of [
      'SiteName',
      'SiteDomain',
      'SiteIDCode',
      'ColumnName',
      'ArticleTitle',
      'PubDate',
      'ContentSource',
    ])
      expect(page).toContain(`name="${name}"`);
    expect(page).toContain('000014348/2017-06603');
    expect(page).toContain('建立健全科学、合理、有效的量化评估指标体系');
  });

  it('sends at most three SMS fragments', async () => {
    for (const message of await town.shown('sms', plan.id))
      expect(message.text.length).toBeLessThanOrEqual(3 * 67);
  });

  it('corrects it everywhere, and every channel shows or tells the correction', async () => {
    const text = (await readFile(planFile, 'utf8')).replace(
      '关于印发开远市开展基层',
      '关于重新印发开远市开展基层',
    );
    plan = await town.correct(plan, { source: text }, '成文日期有误');
    const board = await town.complete(plan);
    expect(board.rows.filter((r) => r.edition === 2).every((r) => r.state === 'confirmed')).toBe(true);
    expect(await (await fetch(plan.page)).text()).toContain('成文日期有误');
  });

  it('withdraws it everywhere, with evidence per channel', async () => {
    plan = await town.withdraw(plan, '方案已废止');
    const board = await town.complete(plan);
    const withdrawn = board.rows.filter((r) => r.operation === 'withdraw');
    expect(withdrawn.map((r) => r.channel).sort()).toEqual([...town.channels].sort());
    for (const row of withdrawn) expect(row.evidence, row.channel).toBeTruthy();
    const page = await (await fetch(plan.page)).text();
    expect(page).toContain('撤回');
    expect(page).toContain('方案已废止');
    expect(page).not.toContain('量化评估指标体系');
  });

  it('lets nobody approve their own work, and says why', async () => {
    const draft = await town.editor.create(waterNotice('灵泉东路'));
    const submitted = await town.editor.submit(draft);
    await expect(
      town.editor.act(submitted, 'approve', { contentHash: submitted.editions[0]?.contentHash }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('answers a stale version with the current one', async () => {
    const draft = await town.editor.create(waterNotice('灵泉东路'));
    const submitted = await town.editor.submit(draft);
    const stale = await town.editor.submit(draft).catch((error: unknown) => error);
    expect(stale).toBeInstanceOf(Refused);
    expect(stale).toMatchObject({ status: 409, problem: { current: submitted.version } });
  });

  it('refuses unknown fields by name and bodies over the limit', async () => {
    await expect(
      town.editor.call('POST', '/api/v1/publications', { format: 'text', source: '通知', colour: 'red' }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('colour') as string });
    await expect(town.editor.create({ source: '长'.repeat(1_500_000) })).rejects.toMatchObject({
      status: 413,
    });
  });

  it('has no default password', async () => {
    for (const password of ['admin', 'password', 'editor', '123456', '']) {
      await expect(
        HubClient.signIn(town.hubUrl, { name: 'editor', password, roles: [] }),
      ).rejects.toMatchObject({ status: expect.any(Number) as number });
    }
  });

  it('turns hostile HTML into clean content', async () => {
    const hostile =
      '<h2>停水</h2><script>alert(1)</script><p onclick="x()">请<a href="javascript:alert(2)">储水</a><img src=x onerror=alert(3)></p>';
    const p = await town.publish({
      format: 'html',
      source: hostile,
      title: '关于停水的通知',
      header: { issuer: '开远市水务局' },
    });
    await town.complete(p);
    const page = await (await fetch(p.page)).text();
    expect(page).not.toMatch(/alert\(|onclick|onerror|javascript:/);
    expect(page).toContain('储水');
  });
});
