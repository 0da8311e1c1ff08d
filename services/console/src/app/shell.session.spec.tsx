import { fireEvent } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { refusal, type FakeHub, type Sent } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { act, button, screen, sessionOf, showAt, waitFor, within } from '../testing/screen.tsx';
import { save, town } from '../testing/writing.tsx';
import { foundCopies } from '../unsaved/copy.store.ts';
import { consoleRouter } from './router.tsx';

const unknown = refusal(401, '尚未登录或登录已过期，请重新登录', { code: 'not-signed-in' });
const staleToken = refusal(403, '请求缺少有效的 x-csrf-token；请刷新页面后重试', { code: 'csrf' });
const open = [
  { key: 'write', steps: [] },
  { key: 'list', steps: [] },
];
const session = (csrf: string, name = 'wangfang', title = '王芳') => {
  const one = sessionOf(['editor'], open);
  return { ...one, csrf, person: { ...one.person, name, title } };
};
const drafts = (hub: FakeHub): readonly Sent[] => hub.to('put', '/draft');
const title = () => screen.findByLabelText<HTMLInputElement>('标题');

/** A hub whose session is over from now on; its answers are as they were once somebody has signed in. */
function over(hub: FakeHub, next: ReturnType<typeof session>): void {
  let isOver = true;
  hub.on('get', '/api/v1/session', () => (isOver ? unknown : next));
  hub.on('put', '/api/v1/publications/{id}/draft', () => (isOver ? unknown : publication()));
  hub.on('put', '/api/v1/publications/{id}/working-copy', () =>
    isOver ? unknown : { savedAt: '', holder: null },
  );
  hub.on('post', '/api/v1/session', () => {
    isOver = false;
    return next;
  });
}

async function writing(): Promise<{ hub: FakeHub; user: ReturnType<typeof showAt> }> {
  const hub = town()
    .on('get', '/api/v1/session', session('first'))
    .on('get', '/api/v1/session/ways', { oidc: false })
    .on('get', '/api/v1/publications', { items: [] })
    .on('put', '/api/v1/publications/{id}/lock', { by: 'wangfang', until: '' });
  const user = showAt('/edit/7K3QZP4M', consoleRouter());
  fireEvent.change(await title(), { target: { value: '改了的标题' } });
  return { hub, user };
}

async function signIn(user: ReturnType<typeof showAt>, name?: string): Promise<void> {
  const dialog = await screen.findByRole('dialog');
  if (name !== undefined)
    fireEvent.change(within(dialog).getByLabelText('用户名'), { target: { value: name } });
  fireEvent.change(within(dialog).getByLabelText('密码'), { target: { value: 'four quiet words' } });
  await user.click(button('登录', dialog));
}

describe('a session that ends while somebody writes', () => {
  it('leaves the page as it is, and what could not be saved is saved once they are back', async () => {
    const { hub, user } = await writing();
    over(hub, session('second'));
    await user.click(save());
    expect(await screen.findByText('登录已过期，请重新登录')).toBeTruthy();
    expect((await title()).value).toBe('改了的标题');
    expect(location.pathname).toBe('/edit/7K3QZP4M');
    const refused = drafts(hub).length;
    await signIn(user);

    await waitFor(() => expect(drafts(hub).length).toBe(refused + 1));
    expect(drafts(hub).at(-1)).toMatchObject({ csrf: 'second', body: { title: '改了的标题' } });
    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(hub.to('post', '/session')[0]?.body).toMatchObject({ name: 'wangfang' });
  });

  it('as somebody else, closes the page and keeps the text for whoever wrote it', async () => {
    const { hub, user } = await writing();
    over(hub, session('second', 'liming', '李明'));
    await user.click(save());
    const refused = drafts(hub).length;
    await signIn(user, 'liming');

    expect(await screen.findByText(/已改为“李明”登录，刚才的页面已关闭/)).toBeTruthy();
    await waitFor(() => expect(location.pathname).toBe('/list'));
    expect(screen.queryByDisplayValue('改了的标题')).toBeNull();
    await waitFor(async () =>
      expect(await foundCopies()).toMatchObject([
        { person: 'wangfang', form: { written: { title: '改了的标题' } } },
      ]),
    );
    expect(drafts(hub)).toHaveLength(refused);
  });

  it('goes on when they have signed in in another tab', async () => {
    const { hub, user } = await writing();
    over(hub, session('second'));
    await user.click(save());
    await screen.findByText('登录已过期，请重新登录');
    hub.on('get', '/api/v1/session', session('third'));
    hub.on('put', '/api/v1/publications/{id}/draft', publication());
    act(() => void dispatchEvent(new Event('focus')));

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(drafts(hub).at(-1)?.csrf).toBe('third');
  });

  it('is not the end of the page when only the hub is away', async () => {
    const { hub } = await writing();
    hub.on('get', '/api/v1/session', refusal(503, '暂时不可用'));
    const asked = hub.to('get', '/session').length;
    // long enough that the console asks again who is there
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    await act(async () => dispatchEvent(new Event('visibilitychange')));
    vi.useRealTimers();
    await waitFor(() => expect(hub.to('get', '/session').length).toBeGreaterThan(asked));
    await act(async () => new Promise((done) => setTimeout(done, 0)));

    expect((await title()).value).toBe('改了的标题');
    expect(screen.queryByText('登录已过期，请重新登录')).toBeNull();
  });
});

describe('a token that is stale', () => {
  it('is fetched anew, and the call made once more', async () => {
    const { hub, user } = await writing();
    hub.on('get', '/api/v1/session', session('second'));
    hub.on('put', '/api/v1/publications/{id}/draft', ({ csrf }) =>
      csrf === 'second' ? publication() : staleToken,
    );
    await user.click(save());

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(drafts(hub).map(({ csrf }) => csrf)).toEqual(['first', 'second']);
  });

  it('is asked for once only', async () => {
    const { hub, user } = await writing();
    hub.on('put', '/api/v1/publications/{id}/draft', staleToken);
    await user.click(save());

    expect(await screen.findByText(/请求缺少有效的/)).toBeTruthy();
    expect(drafts(hub)).toHaveLength(2);
  });

  it('of somebody else carries nothing of what was written', async () => {
    const { hub, user } = await writing();
    hub.on('get', '/api/v1/session', session('second', 'liming', '李明'));
    hub.on('put', '/api/v1/publications/{id}/draft', staleToken);
    await user.click(save());

    expect(await screen.findByText(/已改为“李明”登录/)).toBeTruthy();
    expect(drafts(hub)).toHaveLength(1);
  });
});
