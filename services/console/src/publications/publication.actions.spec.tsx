import { describe, expect, it } from 'vitest';
import type { Publication, Step } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { notNow, publication, step } from '../testing/samples.ts';
import type { Consequences } from './consequences.ts';
import { button, hubFor, pointAt, screen, show, waitFor, within } from '../testing/screen.tsx';
import { Actions } from './publication.actions.tsx';

const seen = { contentHash: 'c'.repeat(64), seal: 'd'.repeat(64) };
const approve: Step = { ...step('approve', '一审通过'), look: 'primary', ask: [], given: seen };
const publish: Step = { ...step('publish', '发布到各渠道'), look: 'primary', outward: true, ask: [] };
const told = (more: Partial<Consequences> = {}): Consequences => ({
  act: 'withdraw',
  words: '立即送达下列 1 个渠道，不能撤销',
  rows: [
    {
      channel: 'sms',
      title: '短信',
      result: '向收到原短信的号码再发一条撤回短信',
      people: '1,204 位收件人',
      cost: '至多 108.36 元',
      recall: { can: false, words: '无法收回，另发说明' },
      quiet: '22:00–07:00 为安静时段，2026-11-24 07:00 送达',
      conflicts: ['《停电通知》定于 17:40 发布'],
    },
  ],
  conflicts: ['第 2 版更正在办（草稿），办理后这份更正不再发布'],
  confirm: null,
  ...more,
});
const confirm = { why: '有 1204 人次收到后无法收回', label: '请输入无法收回的人次 1204', typed: '1204' };
const consequences = '/api/v1/publications/{id}/consequences';
const withdraw: Step = { ...step('withdraw', '撤回'), look: 'danger', outward: true };
function offered(...steps: readonly Step[]): Publication {
  return publication({ steps: [...steps] });
}
function open(p: Publication) {
  const [newest] = p.editions;
  if (newest === undefined) throw new Error('a publication has an edition');
  return show(<Actions p={p} newest={newest} />);
}

describe('what may be done with a publication', () => {
  it('is what the hub offers, and an approval binds to exactly what was seen', async () => {
    const hub = hubFor('first-reviewer').on('post', '/api/v1/publications/{id}/approve', publication());
    const user = open(offered(approve));
    await user.click(button('一审通过'));

    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/approve')).toHaveLength(1));
    expect(hub.to('post', '/approve')[0]?.body).toEqual({ version: 4, ...seen });
  });

  it('says why it is not to be had now', async () => {
    hubFor('first-reviewer');
    const user = open(offered(notNow(approve, '您参与撰写了这份稿件')));
    expect(button('一审通过').hasAttribute('disabled')).toBe(true);
    await pointAt(user, button('一审通过'));

    expect(await screen.findByText('您参与撰写了这份稿件')).toBeTruthy();
  });

  it('asks for the reason, and shows what will become of it before anything is sent', async () => {
    const hub = hubFor('publisher')
      .on('get', consequences, told())
      .on('post', '/api/v1/publications/{id}/withdraw', publication());
    const user = open(offered(withdraw));
    await user.click(button('撤回'));
    await screen.findByRole('dialog');
    for (const words of [
      '向收到原短信的号码再发一条撤回短信',
      '1,204 位收件人',
      '至多 108.36 元',
      '无法收回，另发说明',
      /07:00 送达/u,
      '《停电通知》定于 17:40 发布',
      /更正在办/u,
    ])
      expect(await screen.findByText(words)).toBeTruthy();
    expect(hub.to('get', '/consequences')[0]?.query).toEqual({ act: 'withdraw' });
    await user.click(button('确认撤回'));
    expect(await screen.findByText('请填写理由')).toBeTruthy();
    expect(hub.to('post', '/withdraw')).toEqual([]);

    await user.type(screen.getByLabelText('理由'), '检修取消');
    await user.click(button('确认撤回'));
    await waitFor(() =>
      expect(hub.to('post', '/withdraw')[0]?.body).toEqual({ version: 4, reason: '检修取消' }),
    );
  });

  it('asks for the word of the hub where many could not be told otherwise', async () => {
    const hub = hubFor('publisher')
      .on('get', consequences, told({ act: 'publish', confirm }))
      .on('post', '/api/v1/publications/{id}/publish', publication());
    const user = open(offered(publish));
    await user.click(button('发布到各渠道'));
    const word = await screen.findByLabelText(confirm.label);
    await user.type(word, '120');
    expect(button('确认发布到各渠道').hasAttribute('disabled')).toBe(true);
    await user.type(word, '{Enter}');
    expect(hub.to('post', '/publish')).toEqual([]);

    await user.type(word, '4');
    await user.click(button('确认发布到各渠道'));
    await waitFor(() => expect(hub.to('post', '/publish')[0]?.body).toEqual({ version: 4 }));
  });

  it('is not to be had before its consequences are known, and asks for them once more', async () => {
    const hub = hubFor('publisher').on('get', consequences, refusal(503, '渠道目录暂时读不到'));
    const user = open(offered(publish));
    await user.click(button('发布到各渠道'));
    expect(await screen.findByText('渠道目录暂时读不到')).toBeTruthy();
    expect(button('确认发布到各渠道').hasAttribute('disabled')).toBe(true);

    hub.on('get', consequences, told({ act: 'publish' }));
    await user.click(button('再问一次'));
    await waitFor(() => expect(button('确认发布到各渠道').hasAttribute('disabled')).toBe(false));
  });

  it('in an emergency waits for nobody', async () => {
    const hub = hubFor('duty-officer')
      .on('get', consequences, () => new Promise<never>(() => undefined))
      .on('post', '/api/v1/publications/{id}/urgent/confirm', publication());
    const urgent: Step = { ...publish, act: 'urgent/confirm', label: '确认应急发布', given: seen };
    const user = open(offered(urgent));
    await user.click(button('确认应急发布'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: '确认应急发布' }));
    await waitFor(() => expect(hub.to('post', '/urgent/confirm')[0]?.body).toEqual({ version: 4, ...seen }));
  });

  it('sends a warning of the form with the second of two taps, and again after a refusal', async () => {
    const hub = hubFor('duty-officer')
      .on('get', consequences, () => new Promise<never>(() => undefined))
      .on('post', '/api/v1/publications/{id}/urgent/confirm', refusal(409, '您选的与申请的不同，没有发出'));
    const buttons = (name: string, ...titles: string[]) => ({
      kind: 'buttons' as const,
      name,
      label: name,
      required: true,
      choices: titles.map((title) => ({ value: title, title })),
    });
    const ask = [buttons('level', '红', '蓝'), buttons('area', '全县', '灵泉街道')];
    const urgent: Step = { ...publish, act: 'urgent/confirm', label: '确认应急发布', given: seen, ask };
    const user = open(offered(urgent));
    await user.click(button('确认应急发布'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('button', { name: '确认应急发布' })).toBeNull();
    await user.click(dialog.getByRole('radio', { name: '红' }));
    expect(hub.to('post', '/urgent/confirm')).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: '全县' }));
    await waitFor(() => expect(hub.to('post', '/urgent/confirm')).toHaveLength(1));
    expect(await dialog.findByText('您选的与申请的不同，没有发出')).toBeTruthy();

    await user.click(dialog.getByRole('radio', { name: '灵泉街道' }));
    await waitFor(() =>
      expect(hub.to('post', '/urgent/confirm').map(({ body }) => body)).toEqual([
        { version: 4, ...seen, level: '红', area: '全县' },
        { version: 4, ...seen, level: '红', area: '灵泉街道' },
      ]),
    );
  });

  it('shows the hub’s refusal with every finding', async () => {
    hubFor('first-reviewer').on(
      'post',
      '/api/v1/publications/{id}/approve',
      refusal(422, '稿件不能送出', {
        findings: [{ field: 'body', message: '有身份证号码；', remedy: '请遮盖' }],
      }),
    );
    const user = open(offered(approve));
    await user.click(button('一审通过'));

    expect(await screen.findByText(/有身份证号码；请遮盖/)).toBeTruthy();
  });

  it('submits once the editor has seen, channel by channel, what its readers would miss', async () => {
    const omissions = [
      { channel: 'sms', title: '短信', key: 'a1', messages: ['没有表格（共120行，如“甲户”）'] },
      { channel: 'led', title: '大屏', key: 'b2', messages: ['没有电话“0873-7123456”'] },
    ];
    const hub = hubFor('editor').on(
      'post',
      '/api/v1/publications/{id}/submit',
      refusal(422, '请逐一确认', { omissions }),
    );
    const user = open(offered({ ...step('submit', '提交审核'), ask: [] }));
    await user.click(button('提交审核'));
    expect(await screen.findByText('没有表格（共120行，如“甲户”）')).toBeTruthy();
    const accept = button('确认并提交审核');
    expect(screen.getByText('没有电话“0873-7123456”')).toBeTruthy();
    expect(accept.hasAttribute('disabled')).toBe(true);

    hub.on('post', '/api/v1/publications/{id}/submit', publication());
    await user.click(screen.getByRole('checkbox', { name: /^短信、大屏不载以上内容/u }));
    await user.click(accept);
    await waitFor(() => expect(hub.to('post', '/submit')).toHaveLength(2));
    expect(hub.to('post', '/submit')[1]?.body).toMatchObject({
      version: 4,
      accept: { sms: 'a1', led: 'b2' },
      goOn: [],
    });
  });

  it('says which channel did not answer, asks it again, and goes on without it only on the editor’s word', async () => {
    const silent = [{ channel: 'led', title: 'LED', message: '“LED”未答复，不知道它放不放得下。' }];
    const hub = hubFor('editor').on(
      'post',
      '/api/v1/publications/{id}/submit',
      refusal(422, '未答复', { silent }),
    );
    const user = open(offered({ ...step('submit', '提交审核'), ask: [] }));
    await user.click(button('提交审核'));
    expect(await screen.findByText('“LED”未答复，不知道它放不放得下。')).toBeTruthy();
    expect(button('确认并提交审核').hasAttribute('disabled')).toBe(true);

    await user.click(button('再问一次'));
    await waitFor(() => expect(hub.to('post', '/submit')).toHaveLength(2));
    expect(hub.to('post', '/submit')[1]?.body).toMatchObject({ goOn: [] });

    hub.on('post', '/api/v1/publications/{id}/submit', publication());
    await user.click(await screen.findByRole('checkbox', { name: '不等LED答复，先送审' }));
    await user.click(button('确认并提交审核'));
    await waitFor(() => expect(hub.to('post', '/submit')[2]?.body).toMatchObject({ goOn: ['led'] }));
    await waitFor(() => expect(screen.queryByText(/未答复/u)).toBeNull());
  });

  it('keeps what was accepted while a late channel is asked again, and takes in what it then says', async () => {
    const omission = (channel: string) => ({
      channel,
      title: channel,
      key: `${channel}1`,
      messages: ['没有电话'],
    });
    const silent = [{ channel: 'led', title: 'LED', message: '“LED”未答复。' }];
    const hub = hubFor('editor').on(
      'post',
      '/api/v1/publications/{id}/submit',
      refusal(422, '请确认', { omissions: [omission('sms')], silent }),
    );
    const user = open(offered({ ...step('submit', '提交审核'), ask: [] }));
    await user.click(button('提交审核'));
    await user.click(await screen.findByRole('checkbox', { name: /^sms不载/u }));
    hub.on(
      'post',
      '/api/v1/publications/{id}/submit',
      refusal(422, '请确认', { omissions: [omission('led')] }),
    );
    await user.click(button('再问一次'));
    hub.on('post', '/api/v1/publications/{id}/submit', publication());
    await user.click(await screen.findByRole('checkbox', { name: /^led不载/u }));
    await user.click(button('确认并提交审核'));
    await waitFor(() =>
      expect(hub.to('post', '/submit').at(-1)?.body).toMatchObject({ accept: { sms: 'sms1', led: 'led1' } }),
    );
  });

  it('asks for the reason where the law asks for a channel that is left out', async () => {
    const required = [
      {
        channel: 'website',
        title: '政府网站',
        article: '《政府信息公开条例》第二十四条',
        reason: '集中公开',
      },
    ];
    const hub = hubFor('editor').on(
      'post',
      '/api/v1/publications/{id}/submit',
      refusal(422, '依法应当选', { required }),
    );
    const user = open(offered({ ...step('submit', '提交审核'), ask: [] }));
    await user.click(button('提交审核'));
    expect(await screen.findByText(/《政府信息公开条例》第二十四条/u)).toBeTruthy();
    expect(button('确认并提交审核').hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByLabelText('不选政府网站的理由'), '网站改版');
    await user.click(button('确认并提交审核'));
    await waitFor(() =>
      expect(hub.to('post', '/submit')[1]?.body).toMatchObject({ leaveOut: { website: '网站改版' } }),
    );
  });
});
