import { expect, it } from 'vitest';
import { consoleRouter } from '../app/router.tsx';
import { useStream } from '../live/live.ts';
import { refusal } from '../testing/fake.hub.ts';
import { theStream } from '../testing/fake.stream.ts';
import { act, hubFor, screen, sessionOf, show, showAt, waitFor } from '../testing/screen.tsx';
import { HomePage } from './home.page.tsx';
import type { Home } from './home.ts';

const home = (more: Partial<Home> = {}): Home => ({
  begin: [{ label: '发布预警', look: 'danger', to: { at: 'warnings', id: null } }],
  sections: [
    {
      key: 'returned',
      title: '退回给我的',
      nothing: '没有退回的稿件',
      items: [
        {
          key: '7K3QZP4M',
          title: '关于停水的通知',
          words: '一审退回（reviewer）：缺停水时间',
          since: new Date(Date.now() - 3 * 3_600_000).toISOString(),
          tone: 'soon',
          to: { at: 'publication', id: '7K3QZP4M' },
        },
      ],
      total: 12,
      more: { at: 'list', id: null },
    },
    { key: 'drafts', title: '我的草稿', nothing: '没有草稿', items: [], total: 0, more: null },
  ],
  lights: [],
  badges: [{ screen: 'list', count: 12 }],
  waiting: 12,
  ...more,
});

it('shows what waits with its reason and its age, each a link to where it is done', async () => {
  hubFor('editor').on('get', '/api/v1/home', home());
  show(<HomePage />);

  expect(await screen.findByText('有 12 件事项等您办理')).toBeTruthy();
  const link = screen.getByRole('link', { name: '关于停水的通知' });
  expect(link.getAttribute('href')).toBe('/publication/7K3QZP4M');
  expect(screen.getByText('一审退回（reviewer）：缺停水时间')).toBeTruthy();
  expect(screen.getByText('· 3 小时前')).toBeTruthy();
  expect(screen.getByRole('link', { name: '共 12 件，全部查看' }).getAttribute('href')).toBe('/list');
  expect(screen.getByRole('link', { name: '发布预警' }).getAttribute('href')).toBe('/warnings');
  expect(screen.getByText('没有草稿')).toBeTruthy();
});

it('says every light in words, columns apart from bodies', async () => {
  const lights: Home['lights'] = [
    { of: 'column', name: '通知公告', shows: 'red', words: '200 天没有更新；要求 180 天内更新' },
    { of: 'body', name: '市水务局', shows: 'yellow', words: '逾期 0 项，7 天内到期 1 项' },
  ];
  hubFor('supervisor').on('get', '/api/v1/home', home({ lights, waiting: 0, sections: [] }));
  show(<HomePage />);

  expect(await screen.findByText('红灯')).toBeTruthy();
  expect(screen.getByText('黄灯')).toBeTruthy();
  expect(screen.getByText('现在没有等您办理的事项')).toBeTruthy();
});

it('says so when it cannot be read', async () => {
  hubFor('editor').on('get', '/api/v1/home', refusal(503, '暂时读不到，请稍后刷新'));
  show(<HomePage />);

  expect(await screen.findByText('暂时读不到，请稍后刷新')).toBeTruthy();
});

it('is kept fresh by the stream', async () => {
  const hub = hubFor('editor').on('get', '/api/v1/home', home());
  const Live = () => {
    useStream();
    return <HomePage />;
  };
  show(<Live />);
  await screen.findByText('有 12 件事项等您办理');
  hub.on('get', '/api/v1/home', home({ waiting: 13 }));
  act(() => theStream().tell({ kind: 'publications', id: '7K3QZP4M' }));

  expect(await screen.findByText('有 13 件事项等您办理')).toBeTruthy();
});

it('is where the bare address leads; the menu and the window count what waits', async () => {
  hubFor('editor')
    .on('get', '/api/v1/session', sessionOf(['editor'], [{ key: 'home', steps: [] }]))
    .on('get', '/api/v1/home', home());
  showAt('/', consoleRouter());

  expect(await screen.findByText('有 12 件事项等您办理')).toBeTruthy();
  expect(location.pathname).toBe('/home');
  await waitFor(() => expect(document.title).toBe('(12) 首页 · 告示'));
  expect(screen.getAllByTitle('12 件等您办理').length).toBeGreaterThan(0);
});
