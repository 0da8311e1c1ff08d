import { describe, expect, it } from 'vitest';
import { samples } from '../../test/samples.ts';
import { renderPlain } from '../reading/plain.ts';
import { boardWithdrawal, renderBoard } from './board.sheet.ts';
import { ledScreenProfile, ledWithdrawal, renderLed } from './led.pages.ts';
import { portalWithdrawal, renderPortal } from './portal.card.ts';
import { renderSms, smsWithdrawal } from './sms.text.ts';
import { renderWebsite, websiteWithdrawal } from './website.article.ts';
import { renderWechat, wechatWithdrawal } from './wechat.article.ts';
import { renderWeibo, weiboWithdrawal } from './weibo.status.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const golden = (name: string): string => `./golden/${name}`;

describe.each(Object.entries(samples))('the %s notice', (name, edition) => {
  it('looks as agreed on the website', async () => {
    const { html, ...rest } = renderWebsite(edition);
    await expect(`${html}\n`).toMatchFileSnapshot(golden(`${name}.website.html`));
    await expect(json(rest)).toMatchFileSnapshot(golden(`${name}.website.json`));
  });

  it('looks as agreed on WeChat', async () => {
    const { content, ...rest } = renderWechat(edition);
    await expect(`${content}\n`).toMatchFileSnapshot(golden(`${name}.wechat.html`));
    await expect(json(rest)).toMatchFileSnapshot(golden(`${name}.wechat.json`));
  });

  it('reads as agreed on Weibo, by SMS, on the portal and as plain text', async () => {
    await expect(
      json({ weibo: renderWeibo(edition), sms: renderSms(edition), portal: renderPortal(edition) }),
    ).toMatchFileSnapshot(golden(`${name}.short.json`));
    await expect(`${renderPlain(edition.content.body)}\n`).toMatchFileSnapshot(golden(`${name}.plain.txt`));
  });

  it('is paged as agreed on screens and set as agreed on boards', async () => {
    await expect(
      json({ strip: renderLed(edition), screen: renderLed(edition, ledScreenProfile) }),
    ).toMatchFileSnapshot(golden(`${name}.led.json`));
    await expect(json(renderBoard(edition))).toMatchFileSnapshot(golden(`${name}.board.json`));
  });
});

it('says the same of a withdrawal everywhere', async () => {
  const withdrawal = {
    title: samples.water.content.title,
    reason: '抢修已经提前完成',
    withdrawnAt: '2026-11-24T23:05:00Z',
    links: samples.water.links,
  };
  const everywhere = {
    website: websiteWithdrawal(withdrawal),
    wechat: wechatWithdrawal(withdrawal),
    weibo: weiboWithdrawal(withdrawal),
    sms: smsWithdrawal(withdrawal),
    led: ledWithdrawal(withdrawal),
    portal: portalWithdrawal(withdrawal),
    board: boardWithdrawal(withdrawal),
  };
  for (const said of Object.values(everywhere)) expect(JSON.stringify(said)).toMatch(/撤回/);
  await expect(json(everywhere)).toMatchFileSnapshot(golden('withdrawal.json'));
});
