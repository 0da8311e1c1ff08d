import { describe, expect, it } from 'vitest';
import { FakeHub, refusal } from '../testing/fake.hub.ts';
import { channel, letter, row, step } from '../testing/samples.ts';
import { button, choose, hubFor, screen, sessionOf, show, waitFor } from '../testing/screen.tsx';
import type { Row } from '../api/hub.types.ts';
import { DeliveriesPage } from './deliveries.page.tsx';

const { evidence: _unseen, ...unseen } = row('sms', {
  state: 'failed',
  retryable: true,
  words: '签名未报备',
  ms: 800,
});
const stuck: Row = unseen;
/** The hub as whoever runs the channels sees it, or somebody who only looks. */
const town = (whose: 'keeper' | 'onlooker'): FakeHub =>
  hubFor()
    .on(
      'get',
      '/api/v1/session',
      sessionOf([], whose === 'keeper' ? [{ key: 'deliveries', steps: [step('retry', '重试')] }] : []),
    )
    .on('get', '/api/v1/channels', { channels: [channel('website', '政府网站'), channel('sms', '短信')] })
    .on('get', '/api/v1/monitor/deliveries', { items: [row('website'), stuck], cursor: 'next-50' })
    .on('get', '/api/v1/monitor/dead-letters', { items: [] });
const asked = (hub: FakeHub) => hub.to('get', '/monitor/deliveries').map((s) => s.query);

describe('what became of the deliveries', () => {
  it('is told in words: channel, state, time and proof', async () => {
    town('keeper');
    show(<DeliveriesPage />);

    const seen = (await screen.findByText('已核实')).closest('tr')?.textContent;
    expect(seen).toContain('政府网站');
    expect(seen).toContain('发布 第1版');
    expect(seen).toContain('1.2 秒');
    expect(seen).toContain('2c26b46b');
    const failed = screen.getByText('需人工处理').closest('tr')?.textContent;
    expect(failed).toContain('短信');
    expect(failed).toContain('签名未报备');
    expect(failed).toContain('800 毫秒');
    expect(failed).toContain('—');
  });

  it('can be narrowed to a state and a channel, from the first page on', async () => {
    const hub = town('keeper');
    const user = show(<DeliveriesPage />);
    await screen.findByText('已核实');
    await user.click(button('下一页'));
    await waitFor(() => expect(asked(hub).at(-1)).toEqual({ limit: '50', after: 'next-50' }));

    await choose(user, screen.getByRole('combobox', { name: '渠道' }), '短信');
    await waitFor(() => expect(asked(hub).at(-1)).toEqual({ limit: '50', channel: 'sms' }));
  });

  it('is tried again for one delivery only, and only where that can help', async () => {
    const hub = town('keeper').on('post', '/api/v1/monitor/deliveries/{id}/retry', {
      requested: stuck.delivery,
    });
    const user = show(<DeliveriesPage />);
    await screen.findByText('需人工处理');
    expect(screen.getAllByText('重试')).toHaveLength(1);
    await user.click(screen.getByText('重试'));

    expect(await screen.findByText('已请渠道重新办理；结果不明的会先核实')).toBeTruthy();
    expect(hub.to('post', '/retry')[0]?.path).toBe(`/api/v1/monitor/deliveries/${stuck.delivery}/retry`);
  });

  it('shows why a retry was not taken', async () => {
    town('keeper').on(
      'post',
      '/api/v1/monitor/deliveries/{id}/retry',
      refusal(409, '这条投递正在办理，请稍候'),
    );
    const user = show(<DeliveriesPage />);
    await user.click(await screen.findByText('重试'));

    expect(await screen.findByText('这条投递正在办理，请稍候')).toBeTruthy();
  });

  it('is not tried again by who only looks', async () => {
    town('onlooker');
    show(<DeliveriesPage />);
    await screen.findByText('需人工处理');

    expect(screen.queryByText('重试')).toBeNull();
  });

  it('shows step by step what happened to one delivery', async () => {
    town('keeper');
    const user = show(<DeliveriesPage />);
    await screen.findByText('已核实');
    await user.click(screen.getAllByText('经过')[0] ?? document.body);

    const drawer = await screen.findByRole('dialog');
    expect(drawer.textContent).toContain('政府网站 · 发布 · 第1版');
    expect(drawer.textContent).toContain('发送　已送出');
  });

  it('says so when the ledger cannot be read', async () => {
    town('keeper').on('get', '/api/v1/monitor/deliveries', refusal(503, '投递台账暂时不可用，请稍后再试'));
    show(<DeliveriesPage />);

    expect(await screen.findByText('投递台账暂时不可用，请稍后再试')).toBeTruthy();
  });
});

describe('dead letters', () => {
  it('are shown with service and cause', async () => {
    town('keeper').on('get', '/api/v1/monitor/dead-letters', { items: [letter] });
    show(<DeliveriesPage />);

    expect((await screen.findByText('edition: expected number')).closest('tr')?.textContent).toContain(
      'channel-sms',
    );
  });

  it('are not said to be none when they cannot be read', async () => {
    town('keeper').on('get', '/api/v1/monitor/dead-letters', refusal(503, '投递台账暂时不可用'));
    show(<DeliveriesPage />);

    expect(await screen.findByText('投递台账暂时不可用')).toBeTruthy();
  });
});
