import type { IllustratedEdition } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mustHide } from '../src/earlier.editions.ts';
import { notice, Site } from './site.ts';

const page = 'n/00000001.html';
const first = 'earlier/00000001-1.html';

describe('a correction on the site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await Site.open();
  });
  afterEach(async () => {
    await site.close();
  });

  /** The same notice with another hour. */
  function corrected(
    edition: number,
    hour: string,
    corrects: NonNullable<IllustratedEdition['corrects']>,
  ): IllustratedEdition {
    const before = notice(1);
    const body = JSON.parse(
      JSON.stringify(before.content.body).replaceAll('8时至18时', `8时至${hour}`),
    ) as typeof before.content.body;
    return { ...before, edition, corrects, content: { ...before.content, body } };
  }

  it('says when it was made and what the words were and are', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1));
    site.clock('2026-11-25T02:00:00.000Z');
    await site.publish(adapter, corrected(2, '20时', { edition: 1, reason: '时间有误' }));
    const shown = await site.get(page);
    expect(shown).toContain('<a href="#changes">更正日期：2026年11月25日</a>');
    expect(shown).toContain('2026年11月25日更正，替代第1版。');
    expect(/原为：……<del>(.*?)<\/del>/u.exec(shown)?.[1]).toContain('8时至18时');
    expect(/改为：……<ins>(.*?)<\/ins>/u.exec(shown)?.[1]).toContain('8时至20时');
  });

  it('keeps the edition before at an address of its own, for people and not for search engines', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1));
    site.clock('2026-11-25T02:00:00.000Z');
    const second = corrected(2, '20时', { edition: 1, reason: '时间有误' });
    await site.publish(adapter, second);
    // again after the page was written, as after a kill
    await site.publish(adapter, second);
    expect(await site.get(page)).toContain(`href="${site.server.url}/${first}">查看第1版</a>`);
    const earlier = await site.get(first);
    expect(earlier).toContain('这是第1版，已于2026年11月25日更正');
    expect(earlier).toContain('8时至18时');
    expect(earlier).not.toContain('8时至20时');
    expect(earlier).toContain('<meta name="robots" content="noindex">');
    expect(earlier).toContain(`<link rel="canonical" href="${site.server.url}/${page}">`);
  });

  it('keeps nothing and repeats nothing of what must not be public, nor of the editions before it', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1));
    await site.publish(adapter, corrected(2, '20时', { edition: 1, reason: '时间有误' }));
    expect(await site.files('earlier')).toEqual(['00000001-1.html']);
    await site.publish(adapter, corrected(3, '21时', { edition: 2, reason: '有误', hidesEarlier: true }));
    expect(await site.files('earlier')).toEqual([]);
    const shown = await site.get(page);
    expect(shown).toContain('更正，替代第2版。');
    expect(shown).not.toMatch(/20时|18时|查看第/u);
  });

  it('takes the editions before with it when it is withdrawn', async () => {
    const adapter = await site.process();
    const second = corrected(2, '20时', { edition: 1, reason: '时间有误' });
    await site.publish(adapter, notice(1));
    await site.publish(adapter, second);
    await site.withdraw(adapter, second, { reason: '检修取消' });
    expect(await site.files('earlier')).toEqual([]);
  });

  it.each([
    ['误将个人信息公开', true],
    ['名单含身份证号', true],
    ['部分内容不宜公开', true],
    ['停水时间由26日改为25日', false],
    ['附件有误', false],
  ])('is careful without being told, by its public reason: %s', (reason, hidden) => {
    expect(mustHide({ edition: 1, reason })).toBe(hidden);
    expect(mustHide({ edition: 1, reason, hidesEarlier: true })).toBe(true);
  });
});

describe('what is over on the site', () => {
  let site: Site;
  beforeEach(async () => {
    site = await Site.open();
  });
  afterEach(async () => {
    await site.close();
  });
  const named = (): IllustratedEdition => {
    const before = notice(1);
    const contact = { type: 'contact' as const, attrs: { name: '供水科', phone: '0873-7123456' } };
    const body = { ...before.content.body, content: [...before.content.body.content, contact] };
    return { ...before, content: { ...before.content, body } };
  };
  const line =
    /<p class="respondent">发布机构：开远市水务局　咨询电话：<a href="tel:08737123456">0873-7123456<\/a><\/p>/u;

  it('says who answers for it and where to call, also when it is written again', async () => {
    const adapter = await site.process();
    await site.publish(adapter, named());
    for (let time = 0; time < 2; time += 1) {
      await site.withdraw(adapter, named(), { reason: '检修取消' });
      expect(await site.get(page)).toMatch(line);
      expect(await site.get(page)).toContain('<meta name="ContentSource" content="开远市水务局">');
    }
  });

  it('says so too of an article that an earlier release put up', async () => {
    const adapter = await site.process();
    await site.publish(adapter, named());
    await site.forgetRespondents();
    await site.withdraw(adapter, named(), { reason: '检修取消' });
    expect(await site.get(page)).toMatch(line);
  });

  it('leads to what takes its place', async () => {
    const adapter = await site.process();
    await site.publish(adapter, notice(1));
    await site.publish(adapter, notice(2, '新的办法'));
    const successor = `${site.server.url}/n/00000002.html`;
    await site.withdraw(adapter, notice(1), { act: 'repeal', reason: '被新办法取代', successor });
    expect(await site.get(page)).toContain(`现行文件：<a href="${successor}">新的办法</a>`);
  });
});
