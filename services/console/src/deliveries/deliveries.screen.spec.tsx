import { describe, expect, it } from 'vitest';
import { places } from '../frame/route.ts';
import { FakeHub, refusal } from '../testing/fake.hub.ts';
import { cell, channel, matrixRow, row, step } from '../testing/samples.ts';
import { button, choose, hubFor, screen, sessionOf, show, waitFor } from '../testing/screen.tsx';
import { DeliveriesPage } from './deliveries.page.tsx';

const cause = { key: '2c26b46b68ff', words: '签名未报备' };
const stuck = cell('sms', { state: 'failed', hand: true, retryable: true, words: '签名未报备', cause });
const failed = row('sms', { state: 'failed', retryable: true, words: '签名未报备' });
const at = (second: number): string => `2026-11-23T02:00:0${second}.000Z`;

/** The hub as whoever runs the channels sees it, or somebody who only looks. */
const town = (whose: 'keeper' | 'onlooker' = 'keeper'): FakeHub =>
  hubFor()
    .on(
      'get',
      '/api/v1/session',
      sessionOf(
        [],
        whose === 'keeper'
          ? [{ key: 'deliveries', steps: ['retry', 'by-hand', 'retry-all'].map((act) => step(act, act)) }]
          : [],
      ),
    )
    .on('get', '/api/v1/channels', { channels: [channel('website', '政府网站'), channel('sms', '短信')] })
    .on('get', '/api/v1/monitor/matrix', { items: [matrixRow([stuck, cell('website')])], cursor: 'next-50' })
    .on('get', '/api/v1/monitor/matrix/totals', {
      editions: 50,
      deliveries: 100,
      confirmed: 50,
      hand: 50,
      causes: [{ ...cause, count: 50 }],
      whole: true,
    })
    .on('get', '/api/v1/operations/retries', { items: [] })
    .on('get', '/api/v1/monitor/deliveries/{id}/course', {
      row: failed,
      hand: true,
      cause,
      next: { act: 'retry', words: '先核实是否已发出，确认没有发出的才补发' },
      byHand: null,
      spans: [
        { is: 'queued', from: at(0), to: at(1), ms: 1000, words: '等待渠道接收', failed: false },
        {
          is: 'attempt',
          from: at(1),
          to: at(3),
          ms: 2000,
          words: '签名未报备',
          failed: true,
          verb: 'publish',
          outcome: 'operator',
          exchanges: [{ method: 'POST', url: 'https://sms.example.com/send', status: 403, ms: 35 }],
        },
      ],
    });
const asked = (hub: FakeHub) => hub.to('get', '/monitor/matrix').map((s) => s.query);

describe('the matrix', () => {
  it('tells of each edition where it stands on each channel, in words', async () => {
    town();
    show(<DeliveriesPage />);

    const seen = (await screen.findByRole('link', { name: '短信：需人工处理' })).closest('tr');
    expect(seen?.textContent).toContain('关于乐白道街道停水的通知');
    expect(seen?.textContent).toContain('第1版');
    expect(screen.getByRole('link', { name: '政府网站：已核实' })).toBeTruthy();
    expect(screen.getByText('共 50 个版次，100 条投递')).toBeTruthy();
    expect(screen.getByText('需人工 50 条')).toBeTruthy();
  });

  it('is narrowed by the address, which is a saved view', async () => {
    const hub = town();
    show(<DeliveriesPage />, '/deliveries?hand=yes&from=2026-11-01&q=停水&cause=2c26b46b68ff&state=nonsense');
    await screen.findByRole('link', { name: '短信：需人工处理' });

    await waitFor(() =>
      expect(asked(hub).at(-1)).toEqual({
        limit: '50',
        hand: 'yes',
        from: '2026-11-01',
        q: '停水',
        cause: '2c26b46b68ff',
      }),
    );
    const file = screen.getByRole('link', { name: '下载表格' }).getAttribute('href');
    expect(new URLSearchParams(file?.split('?')[1]).get('cause')).toBe('2c26b46b68ff');
  });

  it('begins at the first page again when it is narrowed', async () => {
    const hub = town();
    const user = show(<DeliveriesPage />);
    await screen.findByRole('link', { name: '短信：需人工处理' });
    await user.click(button('下一页'));
    await waitFor(() => expect(asked(hub).at(-1)).toEqual({ limit: '50', after: 'next-50' }));

    await choose(user, screen.getByRole('combobox', { name: '渠道' }), '短信');
    await waitFor(() => expect(asked(hub).at(-1)).toEqual({ limit: '50', channel: 'sms' }));
  });

  it('says so when the ledger cannot be read', async () => {
    town().on('get', '/api/v1/monitor/matrix', refusal(503, '投递台账暂时不可用，请稍后再试'));
    show(<DeliveriesPage />);

    expect(await screen.findByText('投递台账暂时不可用，请稍后再试')).toBeTruthy();
  });
});

describe('one delivery', () => {
  const opened = `/deliveries?open=${encodeURIComponent(failed.delivery)}`;

  it('opens with a click on its cell, and has an address', async () => {
    town();
    const user = show(<DeliveriesPage />);
    await user.click(await screen.findByRole('link', { name: '短信：需人工处理' }));

    expect((await screen.findByRole('dialog')).textContent).toContain('短信 · 发布 · 第1版');
    await waitFor(() => expect(places.location.search).toContain('open='));
  });

  it('shows each piece with its time, what was asked, and what was answered', async () => {
    town();
    show(<DeliveriesPage />, opened);

    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.textContent).toContain('等待渠道接收'));
    expect(dialog.textContent).toContain('2.0 秒');
    expect(dialog.textContent).toContain('POST https://sms.example.com/send');
    expect(dialog.textContent).toContain('应答 403');
  });

  it('offers the one safe step with what it will do, and sends the reason', async () => {
    const hub = town().on('post', '/api/v1/monitor/deliveries/{id}/retry', { requested: failed.delivery });
    const user = show(<DeliveriesPage />, opened);
    expect(await screen.findByText('先核实是否已发出，确认没有发出的才补发')).toBeTruthy();
    await user.type(await screen.findByRole('textbox', { name: '理由' }), '签名已报备');
    await user.click(button('再办一次'));

    expect(await screen.findByText('已请渠道重新办理；结果不明的会先核实')).toBeTruthy();
    expect(hub.to('post', '/retry')[0]).toMatchObject({ body: { reason: '签名已报备' } });
  });

  it('is closed by hand only with a reason', async () => {
    const hub = town().on('post', '/api/v1/monitor/deliveries/{id}/by-hand', { requested: failed.delivery });
    const user = show(<DeliveriesPage />, opened);
    await screen.findByRole('textbox', { name: '理由' });
    expect(button('已人工办结').hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByRole('textbox', { name: '理由' }), '后台补发');
    await user.click(button('已人工办结'));

    await waitFor(() =>
      expect(hub.to('post', '/by-hand')[0]).toMatchObject({ body: { reason: '后台补发' } }),
    );
  });

  it('shows why a retry was not taken', async () => {
    town().on('post', '/api/v1/monitor/deliveries/{id}/retry', refusal(409, '这条投递正在办理，请稍候'));
    const user = show(<DeliveriesPage />, opened);
    await screen.findByRole('textbox', { name: '理由' });
    await user.click(button('再办一次'));

    expect(await screen.findByText('这条投递正在办理，请稍候')).toBeTruthy();
  });

  it('is only looked at by who may do nothing about it', async () => {
    town('onlooker');
    show(<DeliveriesPage />, opened);
    await screen.findByText('先核实是否已发出，确认没有发出的才补发');

    expect(screen.queryByRole('textbox', { name: '理由' })).toBeNull();
    expect(screen.queryByText('批量重试')).toBeNull();
  });
});

describe('fifty failures of one cause', () => {
  it('are asked for again with three clicks and a reason', async () => {
    const batch = {
      id: 'b1',
      state: 'running' as const,
      stateTitle: '进行中',
      over: false,
      by: 'wangfang',
      reason: '签名已报备',
      begunAt: at(0),
      all: 50,
      done: 12,
      left: 37,
      refused: 1,
      refusals: [{ delivery: failed.delivery, title: '停水通知（第1版）', words: '正在办理' }],
      steps: [step('pause', '暂停'), step('stop', '停止')],
    };
    const hub = town()
      .on('get', '/api/v1/operations/retries/estimate', {
        deliveries: 50,
        channels: [{ channel: 'sms', title: '短信', deliveries: 50, people: 1250 }],
        words: ['短信：1250 人 × 2 条，估计 125.00 元'],
        most: false,
      })
      .on('post', '/api/v1/operations/retries', () => {
        hub.on('get', '/api/v1/operations/retries', { items: [batch] });
        return batch;
      })
      .on('post', '/api/v1/operations/retries/{id}/pause', { ...batch, state: 'paused' });
    const user = show(<DeliveriesPage />);

    await user.click(await screen.findByRole('link', { name: '签名未报备（50）' }));
    await waitFor(() => expect(asked(hub).at(-1)).toEqual({ limit: '50', cause: '2c26b46b68ff' }));
    await user.click(button('批量重试'));
    expect(await screen.findByText(/1250 人 × 2 条，估计 125.00 元/)).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '签名已报备');
    await user.click(button('重试50条'));

    await waitFor(() =>
      expect(hub.to('post', '/operations/retries')[0]?.body).toEqual({
        filter: { cause: '2c26b46b68ff' },
        reason: '签名已报备',
        expected: 50,
      }),
    );
    expect(await screen.findByText('已请求 12，剩余 37，未受理 1（共 50）')).toBeTruthy();
    await user.click(button('暂停'));
    await waitFor(() => expect(hub.to('post', '/b1/pause')).toHaveLength(1));
  });
});
