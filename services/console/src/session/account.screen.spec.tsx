import { describe, expect, it } from 'vitest';
import type { Session } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { AccountPage } from './account.page.tsx';

const session = (secondFactor: boolean): Session => ({
  person: { name: 'wangfang', title: '王芳', roles: ['editor'], organisation: 'kyszfb' },
  csrf: 'token-of-the-session',
  mustChangePassword: false,
  needsSecondFactor: false,
  secondFactor,
  screens: [],
});
const open = () => show(<AccountPage />);

describe('one’s own account', () => {
  it('shows who one is', async () => {
    hubFor('editor');
    open();

    expect(await screen.findByText('王芳')).toBeTruthy();
    expect(screen.getByText('kyszfb')).toBeTruthy();
  });

  it('does not send a new password that was typed in two ways', async () => {
    const hub = hubFor('editor');
    const user = open();
    await user.type(await screen.findByLabelText('当前密码'), 'old words');
    await user.type(screen.getByLabelText('新密码'), 'five new quiet words');
    await user.type(screen.getByLabelText('再输入一次'), 'five new quiet word');
    await user.click(button('修改密码'));

    expect(await screen.findByText('两次输入不一致')).toBeTruthy();
    expect(hub.to('put', '/password')).toEqual([]);
  });

  it('sends the old and the new password, not the second typing, and says what follows', async () => {
    const hub = hubFor('editor').on('put', '/api/v1/session/password', undefined);
    const user = open();
    await user.type(await screen.findByLabelText('当前密码'), 'old words');
    await user.type(screen.getByLabelText('新密码'), 'five new quiet words');
    await user.type(screen.getByLabelText('再输入一次'), 'five new quiet words');
    await user.click(button('修改密码'));

    expect(await screen.findByText('密码已修改，其他设备上的登录已退出。')).toBeTruthy();
    expect(hub.to('put', '/password')[0]?.body).toEqual({
      password: 'old words',
      newPassword: 'five new quiet words',
    });
  });

  it('shows why a password was not taken', async () => {
    hubFor('editor').on('put', '/api/v1/session/password', refusal(422, '新密码太常见，请换一个'));
    const user = open();
    await user.type(await screen.findByLabelText('当前密码'), 'old words');
    await user.type(screen.getByLabelText('新密码'), 'password1234');
    await user.type(screen.getByLabelText('再输入一次'), 'password1234');
    await user.click(button('修改密码'));

    expect(await screen.findByText('新密码太常见，请换一个')).toBeTruthy();
    expect(screen.queryByText(/密码已修改/)).toBeNull();
  });
});

describe('the second factor', () => {
  it('begins with the password, shows the secret, and counts once a code was confirmed', async () => {
    let confirmed = false;
    const hub = hubFor('editor')
      .on('get', '/api/v1/session', () => session(confirmed))
      .on('post', '/api/v1/session/second-factor', { uri: 'otpauth://totp/towncrier', secret: 'JBSWY3DP' })
      .on('post', '/api/v1/session/second-factor/confirm', () => {
        confirmed = true;
        return undefined;
      });
    const user = open();
    await user.type(await screen.findByPlaceholderText('当前密码'), 'old words');
    await user.click(button('启用动态码'));
    expect(await screen.findByText('JBSWY3DP')).toBeTruthy();
    expect(hub.to('post', '/second-factor')[0]?.body).toEqual({ password: 'old words' });

    await user.type(screen.getByPlaceholderText('六位动态码'), '492039');
    await user.click(button('确认启用'));
    expect(await screen.findByText('已启用：登录时需要验证器应用中的动态码。')).toBeTruthy();
    expect(hub.to('post', '/confirm')[0]?.body).toEqual({ code: '492039' });
    expect(screen.queryByText('JBSWY3DP')).toBeNull();
  });

  it('keeps the secret on the screen when the code was wrong', async () => {
    hubFor('editor')
      .on('post', '/api/v1/session/second-factor', { uri: 'otpauth://totp/towncrier', secret: 'JBSWY3DP' })
      .on('post', '/api/v1/session/second-factor/confirm', refusal(422, '动态码不对，请核对手机时间'));
    const user = open();
    await user.type(await screen.findByPlaceholderText('当前密码'), 'old words');
    await user.click(button('启用动态码'));
    await user.type(await screen.findByPlaceholderText('六位动态码'), '000000');
    await user.click(button('确认启用'));

    expect(await screen.findByText('动态码不对，请核对手机时间')).toBeTruthy();
    expect(screen.getByText('JBSWY3DP')).toBeTruthy();
  });

  it('ends with both factors of who has one', async () => {
    const hub = hubFor('editor')
      .on('get', '/api/v1/session', session(true))
      .on('post', '/api/v1/session/second-factor/end', undefined);
    const user = open();
    await user.type(await screen.findByPlaceholderText('当前密码'), 'old words');
    await user.type(screen.getByPlaceholderText('当前动态码'), '492039');
    await user.click(button('关闭动态码'));

    await waitFor(() => expect(hub.to('post', '/end')).toHaveLength(1));
    expect(hub.to('post', '/end')[0]?.body).toEqual({ password: 'old words', code: '492039' });
  });
});
