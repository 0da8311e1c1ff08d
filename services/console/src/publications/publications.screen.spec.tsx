import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { button, choose, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { words } from '../testing/words.ts';
import { PublicationsPage } from './publications.page.tsx';

const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/organisations', { tree: [], total: 0, vacant: 0 })
    .on('get', '/api/v1/publications', { items: [publication({ lane: 'urgent' })], cursor: 'p2' });

describe('the list of publications', () => {
  it('shows what is urgent and leads to each', async () => {
    town();
    show(<PublicationsPage />);

    const link = await screen.findByText('关于乐白道街道停水的通知');
    expect(link.getAttribute('href')).toBe('/publication/7K3QZP4M');
    expect(link.closest('tr')?.textContent).toContain('紧急');
    expect(link.closest('tr')?.textContent).toContain('草稿');
  });

  it('is narrowed by words, and starts at its first page again', async () => {
    const hub = town();
    const user = show(<PublicationsPage />);
    await screen.findByText('关于乐白道街道停水的通知');
    await user.click(button('下一页'));
    await waitFor(() =>
      expect(hub.to('get', '/publications').at(-1)?.query).toEqual({ limit: '30', after: 'p2' }),
    );
    await user.type(screen.getByPlaceholderText('标题、文号、正文中的词'), ' 停水 {Enter}');

    await waitFor(() =>
      expect(hub.to('get', '/publications').at(-1)?.query).toEqual({ limit: '30', q: '停水' }),
    );
  });

  it('tells an empty town from a search without a hit', async () => {
    town().on('get', '/api/v1/publications', { items: [] });
    const user = show(<PublicationsPage />);
    expect(await screen.findByText('还没有发布件，点右上角“撰写发布件”开始')).toBeTruthy();
    await user.type(screen.getByPlaceholderText('公开事项编码'), 'GGFL-001{Enter}');

    expect(await screen.findByText('没有符合条件的发布件')).toBeTruthy();
  });

  it('says so when it cannot be had', async () => {
    town().on('get', '/api/v1/publications', refusal(400, '期限写法不对'));
    show(<PublicationsPage />);

    expect(await screen.findByText('期限写法不对')).toBeTruthy();
  });
});

describe('the states to narrow it by', () => {
  it('are those of the hub, in its order and its words', async () => {
    const hub = town();
    const user = show(<PublicationsPage />);
    await screen.findByText('关于乐白道街道停水的通知');
    await choose(user, screen.getByLabelText('状态'), '已撤回');

    await waitFor(() =>
      expect(hub.to('get', '/publications').at(-1)?.query).toEqual({ limit: '30', state: 'withdrawn' }),
    );
    const named = words['list']?.['state']?.map((w) => w.title);
    const drawn = [...document.querySelectorAll('.ant-select-item-option-content')].map((o) => o.textContent);
    expect(drawn).toEqual(named);
  });
});
