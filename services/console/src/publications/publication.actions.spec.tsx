import { describe, expect, it } from 'vitest';
import type { Publication, Step } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { channel, notNow, publication, step } from '../testing/samples.ts';
import { button, hubFor, pointAt, screen, show, waitFor } from '../testing/screen.tsx';
import { Actions } from './publication.actions.tsx';

const seen = { contentHash: 'c'.repeat(64), seal: 'd'.repeat(64) };
const approve: Step = { ...step('approve', '一审通过'), look: 'primary', ask: [], given: seen };
const withdraw: Step = { ...step('withdraw', '撤回'), look: 'danger', ends: true };
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

  it('asks for the reason, and shows what each channel can take back before anything is sent', async () => {
    const hub = hubFor('publisher')
      .on('get', '/api/v1/channels', { channels: [channel('website', '政府网站'), channel('sms', '短信')] })
      .on('post', '/api/v1/publications/{id}/withdraw', publication());
    const user = open(offered(withdraw));
    await user.click(button('撤回'));
    await screen.findByRole('dialog');
    expect(await screen.findAllByText('同一网址换为撤回说明')).toHaveLength(2);
    await user.click(button('确认撤回'));
    expect(await screen.findByText('请填写理由')).toBeTruthy();
    expect(hub.to('post', '/withdraw')).toEqual([]);

    await user.type(screen.getByLabelText('理由'), '检修取消');
    await user.click(button('确认撤回'));
    await waitFor(() =>
      expect(hub.to('post', '/withdraw')[0]?.body).toEqual({ version: 4, reason: '检修取消' }),
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
