import { fireEvent } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { consoleRouter } from '../app/router.tsx';
import type { Found } from '../api/hub.types.ts';
import { refusal, type FakeHub } from '../testing/fake.hub.ts';
import { formStep } from '../testing/samples.ts';
import { button, hubFor, screen, sessionOf, showAt, waitFor, within } from '../testing/screen.tsx';
import { paletteKey } from './palette.key.ts';

const water: Found = {
  kind: 'publication',
  kindTitle: '发布件',
  title: '关于停水的通知',
  hint: '已发布，2026-11-23，7K3QZP4M',
  screen: 'publication',
  id: '7K3QZP4M',
  said: {},
};
const write: Found = {
  ...water,
  kind: 'act',
  kindTitle: '要办的事',
  title: '写通知公告',
  hint: '新建草稿',
  screen: 'write',
  id: null,
  said: { type: 'general-notice' },
};

let town: FakeHub;
beforeEach(() => {
  const session = sessionOf(['editor'], [{ key: 'people', steps: [formStep('create', '新建账号')] }]);
  town = hubFor('editor')
    .on('get', '/api/v1/session', session)
    .on('get', '/api/v1/publications', { items: [] })
    .on('get', '/api/v1/people', { items: [], roles: [] })
    .on('get', '/api/v1/search', { items: [write, water], missing: ['“短信”没有应答，未查找它的终端'] });
});

async function opened() {
  const user = showAt('/list', consoleRouter());
  await screen.findByText('王芳（wangfang）');
  await user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('查找什么')));
  const links = () =>
    within(dialog)
      .queryAllByRole('link')
      .map((link) => link.textContent);
  return { user, dialog, links };
}

describe('whatever may be opened', () => {
  it('is found by Ctrl+K and a few words, as real links: pages first, then what the hub finds', async () => {
    const { user, dialog, links } = await opened();
    expect(links()).toContain('页面发布件');
    expect(town.to('get', '/search')).toEqual([]);

    await user.keyboard('发布');
    await within(dialog).findByText('关于停水的通知');
    expect(links()).toEqual([
      '页面发布件',
      '要办的事写通知公告新建草稿',
      '发布件关于停水的通知已发布，2026-11-23，7K3QZP4M',
    ]);
    expect(
      within(dialog)
        .getAllByRole('link')
        .map((a) => a.getAttribute('href')),
    ).toEqual(['/list', '/write?type=general-notice', '/publication/7K3QZP4M']);
    expect(town.to('get', '/search').at(-1)?.query).toEqual({ q: '发布' });
    expect(within(dialog).getByText('“短信”没有应答，未查找它的终端')).toBeTruthy();
  });

  it('is gone to by keys alone', async () => {
    const { user } = await opened();
    await user.keyboard('账号');
    await screen.findByText('关于停水的通知');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByLabelText('查找什么'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('要办的事新建账号人员与授权');
    await user.keyboard('{Enter}');

    await waitFor(() => expect(location.pathname).toBe('/people'));
    await waitFor(() => expect(screen.queryByLabelText('查找什么')).toBeNull());
  });

  it('opens the first by Enter, and takes a letter typed on a link for one more of the words', async () => {
    const { user } = await opened();
    await user.keyboard('账');
    await user.keyboard('{ArrowDown}号');
    expect((screen.getByLabelText('查找什么') as HTMLInputElement).value).toBe('账号');
    await user.keyboard('{Enter}');

    await waitFor(() => expect(location.pathname).toBe('/people'));
  });

  it('is left as it is while an input method composes', async () => {
    showAt('/list', consoleRouter());
    await screen.findByText('王芳（wangfang）');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, isComposing: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByLabelText('查找什么');
    fireEvent.change(field, { target: { value: '发布' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('says when nothing is found, and what the hub has against it', async () => {
    town.on('get', '/api/v1/search', { items: [], missing: [] });
    const { user } = await opened();
    await user.keyboard('无此物');
    expect(await screen.findByText('没有找到，请换一个词。')).toBeTruthy();
    town.on('get', '/api/v1/search', refusal(429, '请求过多，请稍后再试'));
    await user.keyboard('也');
    expect(await screen.findByText('请求过多，请稍后再试')).toBeTruthy();
  });

  it('is opened by a button as well, and not before the first duties are done', async () => {
    const user = showAt('/list', consoleRouter());
    await screen.findByText('王芳（wangfang）');
    await user.click(button('查找'));
    expect(await screen.findByLabelText('查找什么')).toBeTruthy();

    town.on('get', '/api/v1/session', { ...sessionOf(['editor']), mustChangePassword: true });
    showAt('/list', consoleRouter());
    await screen.findByText(/这是他人代设的密码/u);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('says in a list of keys what it does', () => {
  expect(paletteKey.keys).toBe('Ctrl + K');
});
