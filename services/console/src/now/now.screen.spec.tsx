import { describe, expect, it } from 'vitest';
import { lost } from '../testing/fake.hub.ts';
import { alarm, now, tile } from '../testing/now.samples.ts';
import { channel } from '../testing/samples.ts';
import { act, hubFor, screen, show, waitFor, within } from '../testing/screen.tsx';
import { theStream } from '../testing/fake.stream.ts';
import { useStream } from '../live/live.ts';
import { NowPage } from './now.page.tsx';

const cardOf = async (title: string): Promise<string> =>
  (await screen.findByText(title)).closest('.ant-card')?.textContent ?? '';

describe('the page of now', () => {
  it('says of each channel how it does, in words and figures as the hub says them', async () => {
    hubFor('operator').on(
      'get',
      '/api/v1/now',
      now({
        tiles: [
          tile('website', '政府网站'),
          tile('sms', '短信', {
            ...{ light: 'watch', words: '遇到阻碍，正在自动重试', share: null, p95: null, backlog: 2 },
            ...{ oldest: '2026-11-23T02:00:00.000Z', quota: '每日 5000 条', online: false, mode: 'live' },
          }),
        ],
      }),
    );
    show(<NowPage />);

    const site = await cardOf('政府网站');
    for (const words of ['正常', '98.5%', '4.2 秒', '49 条', '0 条', '仿真端']) expect(site).toContain(words);
    const texts = await cardOf('短信');
    for (const words of ['遇到阻碍，正在自动重试', '2 条，最久', '每日 5000 条', '离线', '真实平台'])
      expect(texts).toContain(words);
  });

  it('says of each account by itself how it does, how long it is silent and what runs out', async () => {
    const {
      confirmed: _c,
      quota: _q,
      channel: _ch,
      mode: _m,
      online: _o,
      accounts: _a,
      ...figures
    } = tile('', '');
    const account = { ...figures, id: 'kyswj', title: '开远水务', silentDays: 11 };
    const expires = [{ what: '授权', on: '2026-12-01' }];
    const tiles = [
      tile('weibo', '微博', { accounts: [{ ...account, expires, light: 'act', words: '需要人工处理' }] }),
    ];
    hubFor('operator').on('get', '/api/v1/now', now({ tiles }));
    show(<NowPage />);

    const line = (await screen.findByText('开远水务')).closest('li')?.textContent;
    for (const words of ['需要人工处理', '11 天没有发布', '授权 2026-12-01 到期'])
      expect(line).toContain(words);
  });

  it('calls whoever must act, says what is next, and leads to where it is done', async () => {
    hubFor('operator').on('get', '/api/v1/now', now({ alarms: [alarm()] }));
    show(<NowPage />);

    const list = await screen.findByRole('list', { name: '需要人工处理' });
    expect(list.textContent).toContain('短信：签名未报备（3 条）');
    expect(list.textContent).toContain('由渠道运维处理：排除原因后重试');
    const link = within(list).getByText('去处理').getAttribute('href');
    expect(link).toBe('/deliveries?hand=yes&cause=2c26b46b68ff');
  });

  it('says that nobody has to do anything', async () => {
    hubFor('operator').on('get', '/api/v1/now', now());
    show(<NowPage />);
    expect(await screen.findByText('没有需要人工处理的事情')).toBeTruthy();
  });

  it('shows what has just changed, each with a way to it', async () => {
    const moved = {
      ...{ delivery: '7K3QZP4M:1:website:publish', publication: '7K3QZP4M', edition: 1, channel: 'website' },
      ...{ title: '停水通知', state: 'confirmed' as const, words: '已核实', at: '2026-11-23T02:04:00.000Z' },
    };
    hubFor('operator').on('get', '/api/v1/now', now({ moved: [moved] }));
    show(<NowPage />);

    const link = await screen.findByText('停水通知（第1版）');
    expect(link.getAttribute('href')).toBe('/publication/7K3QZP4M');
    expect(link.closest('tr')?.textContent).toContain('政府网站');
    expect(link.closest('tr')?.textContent).toContain('已核实');
  });

  it('opens what a channel says of itself', async () => {
    hubFor('operator')
      .on('get', '/api/v1/now', now())
      .on('get', '/api/v1/channels', { channels: [channel('website', '政府网站')] });
    show(<NowPage />, '/?open=website');
    expect(await screen.findByText(/可替换为撤回说明。同一网址换为撤回说明/)).toBeTruthy();
  });

  it.each(['deliveries', 'channels', 'dead-letters', 'retry_batches'])(
    'is asked again when the hub tells of %s',
    async (kind) => {
      const hub = hubFor('operator').on('get', '/api/v1/now', now());
      const Live = () => {
        useStream();
        return <NowPage />;
      };
      show(<Live />);
      await screen.findByText('政府网站');
      act(() => theStream().begin());
      await waitFor(() => expect(hub.to('get', '/now').length).toBeGreaterThan(1));
      const asked = hub.to('get', '/now').length;

      act(() => theStream().tell({ kind }));
      await waitFor(() => expect(hub.to('get', '/now').length).toBeGreaterThan(asked));
    },
  );

  it('says that the hub could not be asked', async () => {
    hubFor('operator').on('get', '/api/v1/now', lost);
    show(<NowPage />);
    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    expect(screen.queryByText('没有需要人工处理的事情')).toBeNull();
  });
});
