import { describe, expect, it } from 'vitest';
import { lost, refusal } from '../testing/fake.hub.ts';
import { act, button, hubFor, screen, sessionOf, showAt, waitFor } from '../testing/screen.tsx';
import { places } from '../frame/route.ts';
import { useUnsaved } from '../frame/unsaved.ts';
import { consoleRouter } from './router.tsx';

const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/session/ways', { oidc: false })
    .on('get', '/api/v1/now', {
      at: '2026-11-23T02:00:00.000Z',
      ledger: true,
      alarms: [],
      tiles: [],
      moved: [],
    })
    .on('get', '/api/v1/organisations', { tree: [], total: 0, vacant: 0 })
    .on('get', '/api/v1/publications', { items: [] });

describe('the console', () => {
  it('shows who is there and where the work is', async () => {
    town();
    showAt('/', consoleRouter());

    expect(await screen.findByText('王芳（wangfang）')).toBeTruthy();
    expect(await screen.findByPlaceholderText('标题、文号、正文中的词')).toBeTruthy();
  });

  it('asks who it is when the session has ended', async () => {
    town().on('get', '/api/v1/session', refusal(401, '尚未登录或登录已过期'));
    showAt('/', consoleRouter());

    expect(await screen.findByText('告示 · 发布控制台')).toBeTruthy();
  });

  it('does not take a lost network for a person who is not signed in', async () => {
    town().on('get', '/api/v1/session', lost);
    showAt('/', consoleRouter());

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    expect(screen.queryByLabelText('用户名')).toBeNull();
  });

  it('lets nobody work with a password somebody else made', async () => {
    town().on('get', '/api/v1/session', { ...sessionOf(['editor']), mustChangePassword: true });
    showAt('/', consoleRouter());

    expect(await screen.findByText('这是他人代设的密码，请先改成自己的密码，再开始工作。')).toBeTruthy();
    expect(screen.queryByPlaceholderText('标题、文号、正文中的词')).toBeNull();
  });

  it('lets nobody work without the second factor that their duties ask for', async () => {
    town().on('get', '/api/v1/session', { ...sessionOf(['editor']), needsSecondFactor: true, screens: [] });
    showAt('/', consoleRouter());

    expect(await screen.findByText(/请先启用动态码，再开始工作/)).toBeTruthy();
    expect(button('启用动态码')).toBeTruthy();
    expect(screen.queryByPlaceholderText('标题、文号、正文中的词')).toBeNull();
  });

  it('forgets everything when one signs out', async () => {
    const hub = town().on('delete', '/api/v1/session', undefined);
    const user = showAt('/', consoleRouter());
    await screen.findByText('王芳（wangfang）');
    await user.click(button('退出'));

    expect(await screen.findByText('告示 · 发布控制台')).toBeTruthy();
    expect(hub.to('delete', '/session')[0]?.csrf).toBe('token-of-the-session');
  });

  it('asks before one signs out with something unsaved', async () => {
    const hub = town().on('delete', '/api/v1/session', undefined);
    function Unsaved(): null {
      useUnsaved(() => true);
      return null;
    }
    const user = showAt('/', consoleRouter(), <Unsaved />);
    await screen.findByText('王芳（wangfang）');
    await user.click(button('退出'));
    expect((await screen.findAllByText('有内容还没有保存')).length).toBeGreaterThan(0);
    await user.click(button('留在这一页'));
    expect(hub.to('delete', '/session')).toEqual([]);

    await user.click(button('退出'));
    await user.click(button('离开', (await screen.findAllByRole('dialog')).at(-1)));
    expect(await screen.findByText('告示 · 发布控制台')).toBeTruthy();
    expect(hub.to('delete', '/session')).toHaveLength(1);
  });

  it('follows the address, and says so where it leads nowhere', async () => {
    town();
    const user = showAt('/now', consoleRouter());
    expect(await screen.findByText('没有渠道在线。请检查各渠道服务是否已启动。')).toBeTruthy();
    expect(document.title).toBe('现在 · 告示');
    act(() => places.push('/nowhere'));
    expect(await screen.findByText('没有这个页面，请从上方菜单进入。')).toBeTruthy();
    await user.click(screen.getByText('回到首页'));

    expect(await screen.findByPlaceholderText('标题、文号、正文中的词')).toBeTruthy();
    expect(document.title).toBe('发布件 · 告示');
  });

  it.each([
    ['/#/deliveries', '/deliveries'],
    ['/#/', '/list'],
    ['/#/publications', '/publications'],
  ])('leads on from %s, as mails of former years have it', async (address, place) => {
    town();
    showAt(address, consoleRouter());

    await waitFor(() => expect(location.pathname).toBe(place));
    expect(location.hash).toBe('');
  });

  it('leads from the menu by real links', async () => {
    town();
    showAt('/', consoleRouter());
    await screen.findByText('王芳（wangfang）');

    const links = [...document.querySelectorAll('[role=menuitem] a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(['/list', '/now', '/deliveries']);
  });

  it('does not open a page that the hub has not opened', async () => {
    town();
    showAt('/reports', consoleRouter());

    expect(await screen.findByText('这个页面没有向您开放。')).toBeTruthy();
  });

  it('draws the others when one page cannot be drawn', async () => {
    town().on('get', '/api/v1/now', { ledger: true, at: '', alarms: [], tiles: 7 as never, moved: [] });
    const user = showAt('/now', consoleRouter());

    expect(await screen.findByText('这个页面出错了，没有显示出来。')).toBeTruthy();
    await user.click(screen.getByText('回到首页'));
    expect(await screen.findByPlaceholderText('标题、文号、正文中的词')).toBeTruthy();
  });
});
