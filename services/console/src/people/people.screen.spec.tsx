import { describe, expect, it } from 'vitest';
import type { Step } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { formStep, notNow, step } from '../testing/samples.ts';
import {
  button,
  choose,
  fieldOf,
  hubFor,
  pointAt,
  screen,
  sessionOf,
  show,
  waitFor,
  within,
} from '../testing/screen.tsx';
import type { Account } from './people.ts';
import { PeoplePage } from './people.page.tsx';

const account = (more: Partial<Account> = {}): Account => ({
  name: 'liming',
  version: 3,
  title: '李明',
  roles: ['editor'],
  organisation: 'kyswj',
  state: 'active',
  secondFactor: false,
  mustChangePassword: false,
  subject: null,
  reset: null,
  steps: [],
  ...more,
});
const roles = [
  { role: 'editor', title: '采编' },
  { role: 'first-reviewer', title: '一审' },
] as const;
const town = (...steps: readonly Step[]) =>
  hubFor('editor').on('get', '/api/v1/people', {
    items: [account({ steps: [...steps] })],
    roles: [...roles],
  });
const giveRoles = formStep('roles', '授权');
const change = formStep('change', '修改');
const disable = step('disable', '停用');
const opened = async () => {
  const user = show(<PeoplePage />);
  await user.click(await screen.findByText('liming'));
  return { user, drawer: await screen.findByRole('dialog') };
};

describe('people and their roles', () => {
  it('are shown with the words for their roles and what is the matter with the account', async () => {
    hubFor('auditor').on('get', '/api/v1/people', {
      roles: [...roles],
      items: [
        account({ secondFactor: true }),
        account({ name: 'zhaolei', title: '赵雷', roles: [], state: 'disabled', mustChangePassword: true }),
      ],
    });
    show(<PeoplePage />);

    const rows = await waitFor(() => {
      const all = screen.getAllByRole('row').map((r) => r.textContent);
      expect(all).toHaveLength(3);
      return all;
    });
    expect(rows[1]).toContain('采编');
    expect(rows[1]).toContain('在用动态码');
    expect(rows[2]).toContain('待授权');
    expect(rows[2]).toContain('已停用待改密码');
  });

  it('can be looked at where the hub offers nothing', async () => {
    town();
    const { drawer } = await opened();

    expect(screen.queryByPlaceholderText('用户名（小写字母开头）')).toBeNull();
    expect(within(drawer).queryAllByRole('textbox')).toEqual([]);
  });

  it('come in with half of a code that is shown once', async () => {
    const hub = town()
      .on(
        'get',
        '/api/v1/session',
        sessionOf(['system-admin'], [{ key: 'people', steps: [formStep('create', '新建账号')] }]),
      )
      .on('post', '/api/v1/people', {
        ...account({ name: 'chenjing', title: '陈静', roles: [] }),
        code: 'ABCDE-FGHJK',
      });
    const user = show(<PeoplePage />);
    await user.type(await screen.findByPlaceholderText('用户名（小写字母开头）'), 'chenjing');
    await user.type(screen.getByPlaceholderText('姓名'), '陈静');
    await user.type(screen.getByPlaceholderText('机构代码'), 'kyswj');
    await user.click(button('新建账号'));

    expect(await screen.findByText('ABCDE-FGHJK')).toBeTruthy();
    expect(hub.to('post', '/people')[0]?.body).toEqual({
      name: 'chenjing',
      title: '陈静',
      organisation: 'kyswj',
      subject: null,
    });
  });

  it('get roles from who may give them, against the version that was seen', async () => {
    const hub = town(giveRoles).on('put', '/api/v1/people/{name}/roles', account());
    const { user, drawer } = await opened();
    await choose(user, within(drawer).getByRole('combobox'), '一审');
    await user.click(button('保存授权'));

    await waitFor(() => expect(hub.to('put', '/people/liming/roles')).toHaveLength(1));
    expect(hub.to('put', '/roles')[0]?.body).toEqual({ version: 3, roles: ['editor', 'first-reviewer'] });
    expect(within(drawer).queryByLabelText('姓名')).toBeNull();
  });

  it('are renamed by who may, without roles', async () => {
    const hub = town(change, disable).on('put', '/api/v1/people/{name}', account());
    const { user, drawer } = await opened();
    await user.type(within(drawer).getByLabelText('姓名'), '（借调）');
    await user.click(button('保存', drawer));

    await waitFor(() => expect(hub.to('put', '/people/liming')).toHaveLength(1));
    expect(hub.to('put', '/people/liming')[0]?.body).toEqual({
      version: 3,
      title: '李明（借调）',
      organisation: 'kyswj',
      subject: null,
    });
    expect(within(drawer).queryByRole('combobox')).toBeNull();
  });

  it('are disabled with a reason only', async () => {
    const hub = town(change, disable).on(
      'post',
      '/api/v1/people/{name}/disable',
      account({ state: 'disabled' }),
    );
    const { user, drawer } = await opened();
    await user.click(button('停用', drawer));
    expect(await within(drawer).findByText('请写明理由')).toBeTruthy();
    expect(hub.to('post', '/disable')).toEqual([]);

    await user.type(fieldOf(button('停用', drawer), '理由'), '调离');
    await user.click(button('停用', drawer));
    await waitFor(() => expect(hub.to('post', '/disable')).toHaveLength(1));
    expect(hub.to('post', '/disable')[0]?.body).toEqual({ version: 3, reason: '调离' });
  });

  it('say why something cannot be done to them now', async () => {
    town(notNow(disable, '不能停用最后一名系统管理员'));
    const { user, drawer } = await opened();
    const disabled = button('停用', drawer);
    expect(disabled.hasAttribute('disabled')).toBe(true);
    await pointAt(user, disabled);

    expect(await screen.findByText('不能停用最后一名系统管理员')).toBeTruthy();
  });

  it('see the hub’s words when somebody else was faster', async () => {
    town(giveRoles).on('put', '/api/v1/people/{name}/roles', refusal(409, '账号已被他人修改；请刷新后核对'));
    const { user } = await opened();
    await user.click(button('保存授权'));

    expect(await screen.findByText('账号已被他人修改；请刷新后核对')).toBeTruthy();
  });

  it('say why nothing is there when the list cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/people', refusal(403, '只有管理员可以查看账号'));
    show(<PeoplePage />);

    expect(await screen.findByText('只有管理员可以查看账号')).toBeTruthy();
  });
});
