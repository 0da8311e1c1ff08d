import { describe, expect, it } from 'vitest';
import type { Session } from '../api/hub.types.ts';
import { lost, refusal } from '../testing/fake.hub.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { SignIn } from './sign-in.tsx';

const session: Session = {
  person: { name: 'wangfang', title: '王芳', roles: ['editor'], organisation: 'kyszfb' },
  csrf: 'fresh',
  mustChangePassword: false,
  needsSecondFactor: false,
  secondFactor: true,
  screens: [],
};
const withoutProvider = () => hubFor().on('get', '/api/v1/session/ways', { oidc: false });

async function signIn(user: ReturnType<typeof show>): Promise<void> {
  await user.type(screen.getByLabelText('用户名'), 'wangfang');
  await user.type(screen.getByLabelText('密码'), 'four quiet words');
  await user.click(button('登录'));
}

describe('signing in', () => {
  it('sends name and password and nothing else', async () => {
    const hub = withoutProvider().on('post', '/api/v1/session', session);
    await signIn(show(<SignIn />));

    await waitFor(() => expect(hub.to('post', '/session')).toHaveLength(1));
    expect(hub.to('post', '/session')[0]?.body).toEqual({ name: 'wangfang', password: 'four quiet words' });
  });

  it('sends nothing as long as something is missing', async () => {
    const hub = withoutProvider();
    const user = show(<SignIn />);
    await user.type(screen.getByLabelText('用户名'), 'wangfang');
    await user.click(button('登录'));

    expect(await screen.findByText('请输入密码')).toBeTruthy();
    expect(hub.to('post', '/session')).toEqual([]);
  });

  it('asks for the code of the second factor only when the hub asks for it, and sends six digits', async () => {
    const hub = withoutProvider().on('post', '/api/v1/session', ({ body }) =>
      'code' in (body as object) ? session : refusal(401, '请输入动态码', { code: 'code-needed' }),
    );
    const user = show(<SignIn />);
    expect(screen.queryByLabelText('动态码')).toBeNull();
    await signIn(user);
    expect(await screen.findByText('请输入动态码')).toBeTruthy();

    await user.type(await screen.findByLabelText('动态码'), '49203');
    await user.click(button('登录'));
    expect(await screen.findByText('请输入验证器应用中的六位数字')).toBeTruthy();
    expect(hub.to('post', '/session')).toHaveLength(1);

    await user.type(screen.getByLabelText('动态码'), '9');
    await user.click(button('登录'));
    await waitFor(() => expect(hub.to('post', '/session')).toHaveLength(2));
    expect(hub.to('post', '/session')[1]?.body).toEqual({
      name: 'wangfang',
      password: 'four quiet words',
      code: '492039',
    });
  });

  it('keeps the field of the code after a wrong one', async () => {
    withoutProvider().on('post', '/api/v1/session', refusal(401, '动态码不对', { code: 'wrong-code' }));
    await signIn(show(<SignIn />));

    expect(await screen.findByText('动态码不对')).toBeTruthy();
    expect(screen.getByLabelText('动态码')).toBeTruthy();
  });

  it('shows the hub’s words for too many attempts, and keeps what was typed', async () => {
    withoutProvider().on('post', '/api/v1/session', refusal(429, '登录尝试过多，请 8 秒后再试'));
    await signIn(show(<SignIn />));

    expect(await screen.findByText('登录尝试过多，请 8 秒后再试')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('wangfang');
    expect(screen.queryByLabelText('动态码')).toBeNull();
  });

  it('says so when the server cannot be reached', async () => {
    withoutProvider().on('post', '/api/v1/session', lost);
    await signIn(show(<SignIn />));

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
  });

  it('offers the identity provider only where one is connected', async () => {
    hubFor().on('get', '/api/v1/session/ways', { oidc: true });
    show(<SignIn />);
    expect((await screen.findByText('统一身份平台登录')).closest('a')?.getAttribute('href')).toBe(
      '/api/v1/session/oidc',
    );

    show(<SignIn />, '/list?q=停水');
    const back = (await screen.findByText('统一身份平台登录')).closest('a')?.getAttribute('href') ?? '';
    const { searchParams } = new URL(back, 'http://hub');
    expect(new URL(searchParams.get('to') ?? '', 'http://hub').href).toBe(
      'http://hub/list?q=%E5%81%9C%E6%B0%B4',
    );

    withoutProvider();
    show(<SignIn />);
    await screen.findByText('告示 · 发布控制台');
    expect(screen.queryByText('统一身份平台登录')).toBeNull();
  });

  it('tells why the identity provider’s answer was not accepted', async () => {
    withoutProvider();
    show(<SignIn />, '/?refused=no-account');

    expect(await screen.findByText('您的统一身份还没有登记账号；请联系系统管理员。')).toBeTruthy();
  });
});
