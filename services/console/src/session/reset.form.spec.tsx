import { expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { SignIn } from './sign-in.tsx';

it('uses a reset code, asks for the telephone where there is one, and leads back to signing in', async () => {
  const hub = hubFor()
    .on('get', '/api/v1/session/ways', { oidc: false })
    .on('post', '/api/v1/session/reset', ({ body }) =>
      'code' in (body as object) ? undefined : refusal(401, '请再输入六位动态码', { code: 'code-needed' }),
    );
  const user = show(<SignIn />);
  await user.click(button('使用重设码'));
  await user.type(screen.getByLabelText('用户名'), 'wangfang');
  await user.type(screen.getByLabelText('重设码'), 'ABCDE-FGHJK LMNPQ-RSTUV');
  await user.type(screen.getByLabelText('密码'), 'five new quiet words');
  await user.click(button('重设'));
  await user.type(await screen.findByLabelText('动态码'), '492039');
  await user.click(button('重设'));

  expect(await screen.findByText('已重设，请登录。')).toBeTruthy();
  await waitFor(() => expect(hub.to('post', '/reset')).toHaveLength(2));
  expect(hub.to('post', '/reset')[1]?.body).toEqual({
    name: 'wangfang',
    reset: 'ABCDE-FGHJK LMNPQ-RSTUV',
    password: 'five new quiet words',
    code: '492039',
  });
  await user.click(button('去登录'));
  expect(button('使用重设码')).toBeTruthy();
});
