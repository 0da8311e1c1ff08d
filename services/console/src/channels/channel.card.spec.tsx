import { describe, expect, it } from 'vitest';
import { channel, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { ChannelCard } from './channel.card.tsx';

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

describe('the card of a channel', () => {
  it('says what it can recall, what it has room for, and where it ends', async () => {
    hubFor('editor');
    show(<ChannelCard channel={sms} />);

    await screen.findByText(/无法收回，另发说明。已送达的无法收回/);
    const texts = screen.getByText('短信').closest('.ant-card')?.textContent;
    expect(texts).toContain('离线');
    expect(texts).toContain('真实平台');
    expect(texts).toContain('text不超过 500 字');
    expect(texts).toContain('22:00—07:00，普通通知顺延，紧急和撤回不受限');
    expect(texts).toContain('每日 5000 条');
  });

  it('leads to where it ends', async () => {
    hubFor('editor');
    const places = [{ label: '首页', url: 'http://127.0.0.1:8731/' }];
    show(<ChannelCard channel={channel('website', '政府网站', { places })} />);

    await screen.findByText(/可替换为撤回说明。同一网址换为撤回说明/);
    expect(screen.getByText('首页').getAttribute('href')).toBe('http://127.0.0.1:8731/');
  });

  it('says since when it is away, and removes it with a reason for whom the hub lets', async () => {
    const away = channel('sms', '短信', {
      ready: false,
      online: false,
      version: 5,
      steps: [step('remove', '移除渠道')],
    });
    const hub = hubFor('operator').on('post', '/api/v1/channels/{id}/remove', { channels: [] });
    const user = show(<ChannelCard channel={away} />);

    expect((await screen.findByText(/最近在线/)).textContent).toContain('2026/11/23 10:00:00');
    await user.click(button('移除渠道'));
    await user.type(await screen.findByLabelText('理由'), '不再使用');
    await user.click(button('确认移除渠道'));

    await waitFor(() => expect(hub.to('post', '/remove')).toHaveLength(1));
    expect(hub.to('post', '/sms/remove')[0]?.body).toEqual({ version: 5, reason: '不再使用' });
  });
});
