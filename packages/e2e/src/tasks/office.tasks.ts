import type { Draft } from '../hub.client.ts';
import type { Desk } from './desk.ts';
import type { Hand } from './hand.ts';
import type { Task } from './task.ts';

const at = (hand: Hand, page: string): Promise<unknown> =>
  hand.page.goto(new URL(page, hand.page.url()).href);

/** Brings a person to their page by the menu, where it stands under a heading. */
async function choose(hand: Hand, group: string, page: string): Promise<void> {
  await hand.click(hand.page.getByRole('menuitem', { name: group }));
  await hand.click(hand.page.getByRole('link', { name: page, exact: true }));
}

const policy = (street: string): Draft => ({
  title: `开远市${street}停车管理办法`,
  source: `第一条 ${street}两侧按划线停车。\n第二条 本办法自2026年12月10日起施行。\n咨询电话：0873-7123456`,
  header: { issuer: '开远市人民政府' },
  matter: { type: 'general-notice', column: 'zcwj' },
});

/** A policy passes three levels; the first is given by the public API. */
async function submitted(desk: Desk): Promise<void> {
  const [editor, reviewer] = [await desk.town.person('editor'), await desk.town.person('reviewer')];
  const draft = await editor.submit(await editor.create(policy('灵泉东路')));
  const { contentHash } = draft.editions.at(-1) ?? {};
  await reviewer.act(draft, 'approve', { contentHash });
}

const level = (key: string, who: string, title: string, next: string, begin = submitted): Task => ({
  key,
  words: `${key} approval of a policy, from the queue`,
  async begin(desk) {
    await begin(desk);
    const hand = await desk.handOf(who);
    await at(hand, '/reviews');
    return hand;
  },
  async take(hand) {
    await hand.click(hand.page.getByRole('link', { name: '停车管理办法' }));
    await hand.page.locator('[data-letter="a"]').waitFor();
    await hand.click(hand.button(title));
    await hand.sees(next);
  },
});

const retry: Task = {
  key: 'retry',
  words: 'every delivery of one cause asked for again, however many',
  async begin(desk) {
    const { town } = desk;
    // each notice goes over two routes
    await town.fault('sms', { kind: 'refuse', times: 6 });
    for (const street of ['智源路', '东风路', '建设西路'])
      await town.publish({
        title: `关于${street}停水检修的通知`,
        source: `因供水管网检修，2026年12月5日8时至18时，${street}沿线停水，请居民提前储水。\n咨询电话：0873-7123456`,
        header: { issuer: '开远市水务局' },
        channels: ['website', 'sms'],
      });
    return desk.handOf('operator');
  },
  async take(hand) {
    await hand.click(hand.page.getByRole('link', { name: '投递与运维', exact: true }));
    await hand.sees('需人工 3 条');
    await hand.click(hand.button('批量重试'));
    const dialog = hand.page.getByRole('dialog', { name: '批量重试' });
    await hand.type(dialog.getByLabel(/^理由/), '签名已报备');
    await hand.click(dialog.getByRole('button', { name: '重试 3 条' }));
    await hand.sees('需人工 0 条');
  },
};

const receipt: Task = {
  key: 'receipt',
  words: 'receipt of a disclosure request confirmed, and its clock begun',
  async begin(desk) {
    const answer = await fetch(`${desk.town.hubUrl}/api/public/v1/disclosure-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        applicant: {
          kind: 'body',
          name: '某某有限公司',
          idNumber: '统一代码待核',
          contact: '开远市灵泉东路1号',
        },
        wanted: { description: '灵泉东路供水管网改造的批复', form: 'paper' },
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return desk.handOf('disclosure');
  },
  async take(hand) {
    await choose(hand, '目录与期限', '依申请公开');
    await hand.click(hand.page.getByRole('row', { name: /供水管网改造/ }).getByRole('link'));
    await hand.click(hand.button('确认收到'));
    await hand.click(
      hand.page.getByRole('dialog', { name: /^确认收到/ }).getByRole('button', { name: '确认收到' }),
    );
    await hand.sees('答复期限');
  },
};

const report: Task = {
  key: 'report',
  words: 'report of the month, read and taken along as a sheet',
  begin: (desk) => desk.handOf('supervisor'),
  async take(hand) {
    await choose(hand, '监督', '编审月报');
    const sheet = hand.page.waitForEvent('download');
    await hand.click(hand.page.getByRole('link', { name: '导出 XLSX' }));
    await (await sheet).path();
  },
};

const trail: Task = {
  key: 'trail',
  words: 'who withdrew a notice, and why, found in the trail',
  begin: (desk) => desk.handOf('auditor'),
  async take(hand, desk) {
    await choose(hand, '监督', '审计');
    await hand.type(hand.page.getByLabel('对象'), `发布件 ${desk.notice.split('/').at(-1) ?? ''}`);
    await hand.press('Enter');
    await hand.sees('征求意见的文本有误，将重新公告');
  },
};

const account: Task = {
  key: 'account',
  words: 'account for a new colleague',
  begin: (desk) => desk.handOf('system-admin'),
  async take(hand) {
    await choose(hand, '管理', '人员与授权');
    await hand.type(hand.page.getByPlaceholder('用户名（小写字母开头）'), 'newcomer');
    await hand.type(hand.page.getByPlaceholder('姓名'), '新同事');
    await hand.type(hand.page.getByPlaceholder('机构代码'), 'kysrmzf');
    await hand.click(hand.button('新建账号'));
    await hand.sees('待授权');
  },
};

const grant: Task = {
  key: 'grant',
  words: 'duties given to the new colleague by another administrator',
  begin: (desk) => desk.handOf('security-admin'),
  async take(hand) {
    await choose(hand, '管理', '人员与授权');
    await hand.click(hand.page.getByRole('link', { name: 'newcomer' }));
    await hand.click(hand.page.getByRole('combobox', { name: '角色' }));
    await hand.type(hand.page.getByRole('combobox', { name: '角色' }), '采编');
    await hand.press('Enter');
    await hand.press('Escape');
    await hand.click(hand.button('保存授权'));
    await hand.page.getByText('待授权').waitFor({ state: 'detached' });
  },
};

const chain: Task = {
  key: 'chain',
  words: 'the whole trail verified',
  begin: (desk) => desk.handOf('audit-admin'),
  async take(hand) {
    await choose(hand, '监督', '审计');
    await hand.click(hand.button('核验全链'));
    await hand.sees('未发现改动、缺失或错序');
  },
};

export const officeTasks: readonly Task[] = [
  level('second', 'reviewer2', '二审通过', '等待三审'),
  level('third', 'reviewer3', '三审通过', '等待保密审查', () => Promise.resolve()),
  retry,
  receipt,
  report,
  trail,
  account,
  grant,
  chain,
];
