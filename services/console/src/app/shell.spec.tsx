import { describe, expect, it } from 'vitest';
import { lost, refusal } from '../testing/fake.hub.ts';
import { act, button, hubFor, screen, sessionOf, show, waitFor } from '../testing/screen.tsx';
import { routeOf } from '../frame/route.ts';
import { Shell } from './shell.tsx';

const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/session/ways', { oidc: false })
    .on('get', '/api/v1/organisations', { tree: [], total: 0, vacant: 0 })
    .on('get', '/api/v1/publications', { items: [] });

describe('the console', () => {
  it('shows who is there and where the work is', async () => {
    town();
    show(<Shell />);

    expect(await screen.findByText('王芳（wangfang）')).toBeTruthy();
    expect(await screen.findByPlaceholderText('标题、文号、正文中的词')).toBeTruthy();
  });

  it('asks who it is when the session has ended', async () => {
    town().on('get', '/api/v1/session', refusal(401, '尚未登录或登录已过期'));
    show(<Shell />);

    expect(await screen.findByText('告示 · 发布控制台')).toBeTruthy();
  });

  it('does not take a lost network for a person who is not signed in', async () => {
    town().on('get', '/api/v1/session', lost);
    show(<Shell />);

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    expect(screen.queryByLabelText('用户名')).toBeNull();
  });

  it('lets nobody work with a password somebody else made', async () => {
    town().on('get', '/api/v1/session', { ...sessionOf(['editor']), mustChangePassword: true });
    show(<Shell />);

    expect(await screen.findByText('这是他人代设的密码，请先改成自己的密码，再开始工作。')).toBeTruthy();
    expect(screen.queryByPlaceholderText('标题、文号、正文中的词')).toBeNull();
  });

  it('forgets everything when one signs out', async () => {
    const hub = town().on('delete', '/api/v1/session', undefined);
    const user = show(<Shell />);
    await screen.findByText('王芳（wangfang）');
    await user.click(button('退出'));

    expect(await screen.findByText('告示 · 发布控制台')).toBeTruthy();
    expect(hub.to('delete', '/session')[0]?.csrf).toBe('token-of-the-session');
  });

  it('follows the address, and says so where it leads nowhere', async () => {
    town();
    show(<Shell />);
    await screen.findByText('王芳（wangfang）');
    act(() => {
      location.hash = '#/channels';
      dispatchEvent(new Event('hashchange'));
    });
    expect(await screen.findByText('没有渠道在线。请检查各渠道服务是否已启动。')).toBeTruthy();
    act(() => {
      location.hash = '#/nowhere';
      dispatchEvent(new Event('hashchange'));
    });

    await waitFor(() => expect(screen.getByText('没有这个页面，请从上方菜单进入。')).toBeTruthy());
  });
});

describe('an address', () => {
  it.each([
    ['', { at: 'list' }],
    ['#/write', { at: 'write' }],
    ['#/publication/7K3QZP4M', { at: 'publication', id: '7K3QZP4M' }],
    ['#/correct/7K3QZP4M', { at: 'correct', id: '7K3QZP4M' }],
    ['#/publication', { at: 'publication' }],
    ['#/audit', { at: 'audit' }],
  ])('“%s” leads to one page', (address, route) => {
    expect(routeOf(address)).toEqual(route);
  });
});
