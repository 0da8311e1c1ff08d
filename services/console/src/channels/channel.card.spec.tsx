import { describe, expect, it } from 'vitest';
import { lost } from '../testing/fake.hub.ts';
import { channel, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { ChannelsPage } from './channels.page.tsx';

const sms = channel('sms', '短信', {
  ready: false,
  mode: 'live',
  quietHours: { from: '22:00', to: '07:00' },
  can: {
    ...channel('sms', '短信').can,
    recall: 'follow-up',
    targets: '3 个号码组',
    quota: '每日 5000 条',
    limits: [{ field: 'text', max: 500, unit: '字', source: 'of the operator' }],
    consequences: { correct: '另发更正短信', withdraw: '已送达的无法收回' },
  },
});

describe('the channels', () => {
  it('say of themselves whether they are there, what they can recall, and where they end', async () => {
    hubFor('editor').on('get', '/api/v1/channels', {
      channels: [
        channel('website', '政府网站', { places: [{ label: '首页', url: 'http://127.0.0.1:8731/' }] }),
        sms,
      ],
    });
    show(<ChannelsPage />);

    await screen.findByText(/可替换为撤回说明/);
    const site = screen.getByText('政府网站').closest('.ant-card')?.textContent;
    expect(site).toContain('在线');
    expect(site).toContain('仿真端');
    expect(site).toContain('可替换为撤回说明。同一网址换为撤回说明');
    expect(screen.getByText('首页').getAttribute('href')).toBe('http://127.0.0.1:8731/');
    const texts = screen.getByText('短信').closest('.ant-card')?.textContent;
    expect(texts).toContain('离线');
    expect(texts).toContain('真实平台');
    expect(texts).toContain('无法收回，另发说明。已送达的无法收回');
    expect(texts).toContain('text不超过 500 字');
    expect(texts).toContain('22:00—07:00，普通通知顺延，紧急和撤回不受限');
    expect(texts).toContain('每日 5000 条');
  });

  it('say since when they are away, and are removed with a reason by whom the hub lets', async () => {
    const away = channel('sms', '短信', {
      ready: false,
      online: false,
      version: 5,
      steps: [step('remove', '移除渠道')],
    });
    const hub = hubFor('operator')
      .on('get', '/api/v1/channels', { channels: [away] })
      .on('post', '/api/v1/channels/{id}/remove', { channels: [] });
    const user = show(<ChannelsPage />);

    expect((await screen.findByText(/最近在线/)).textContent).toContain('2026/11/23 10:00:00');
    await user.click(button('移除渠道'));
    await user.type(await screen.findByLabelText('理由'), '不再使用');
    await user.click(button('确认移除渠道'));

    await waitFor(() => expect(hub.to('post', '/remove')).toHaveLength(1));
    expect(hub.to('post', '/sms/remove')[0]?.body).toEqual({ version: 5, reason: '不再使用' });
  });

  it('are missed in words when none is there', async () => {
    hubFor('editor');
    show(<ChannelsPage />);

    expect(await screen.findByText('没有渠道在线。请检查各渠道服务是否已启动。')).toBeTruthy();
  });

  it('are not said to be none when nobody could be asked', async () => {
    hubFor('editor').on('get', '/api/v1/channels', lost);
    show(<ChannelsPage />);

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    expect(screen.queryByText(/没有渠道在线/)).toBeNull();
  });
});
