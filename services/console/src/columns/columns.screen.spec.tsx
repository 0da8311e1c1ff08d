import { describe, expect, it } from 'vitest';
import type { Step } from '../api/hub.types.ts';
import { step } from '../testing/samples.ts';
import { refusal } from '../testing/fake.hub.ts';
import { button, choose, hubFor, screen, show, waitFor, within } from '../testing/screen.tsx';
import type { Column } from './columns.ts';
import { ColumnsPage } from './columns.page.tsx';

const column: Column = {
  code: 'tzgg',
  version: 6,
  title: '通知公告',
  owner: 'kyszfb',
  columnType: 'dynamic',
  freshness: 'F14',
  purpose: '发布通知',
  reviewLevels: 2,
  secrecyReview: true,
  reviews: null,
  defaultType: 'general-notice',
  abolished: false,
  steps: [],
};
const legal = { id: 'legal', title: '法制审核', role: 'legal-reviewer', form: 'approval' } as const;
const first = { id: 1, title: '一审', role: 'first-reviewer', form: 'approval' } as const;
const line = (name: string, label: string) =>
  ({ kind: 'line', name, label, required: true, longest: 20 }) as const;
const change: Step = {
  ...step('change', '修改'),
  ask: [
    line('title', '名称'),
    { kind: 'number', name: 'reviewLevels', label: '审核级数', required: true, from: 1, to: 3 },
    { kind: 'switch', name: 'secrecyReview', label: '保密审查', required: false },
    {
      kind: 'rows',
      name: 'reviews',
      label: '审核环节',
      required: false,
      most: 9,
      row: [
        line('id', '代码'),
        line('title', '环节名称'),
        {
          kind: 'choice',
          name: 'role',
          label: '办理角色',
          required: true,
          choices: [
            { value: 'first-reviewer', title: '一审' },
            { value: 'legal-reviewer', title: '法制审核' },
          ],
        },
        {
          kind: 'choice',
          name: 'form',
          label: '办理方式',
          required: true,
          choices: [{ value: 'approval', title: '审定' }],
        },
      ],
      known: [first, legal],
    },
  ],
};
/** The hub as whoever keeps the columns sees it, or somebody who only looks. */
const town = (whose: 'keeper' | 'onlooker') =>
  hubFor()
    .on('get', '/api/v1/columns', {
      items: [column, { ...column, code: 'old', title: '旧栏目', abolished: true }].map((c) => ({
        ...c,
        steps: whose === 'keeper' ? [change] : [],
      })),
    })
    .on('get', '/api/v1/publication-types', {
      items: [
        {
          code: 'general-notice',
          title: '通知',
          basis: '公文处理条例',
          fields: [],
          gates: [],
          needs: [],
          goes: {
            channels: [],
            others: { proposed: true, reason: '面向公众' },
            lane: { value: 'normal', reason: '不紧急' },
            audience: { value: { scope: 'all' }, reason: '面向全县' },
          },
        },
      ],
    });

describe('the columns', () => {
  it('show the reviews each asks for, and which are gone', async () => {
    town('onlooker');
    show(<ColumnsPage />);

    const seen = (await screen.findByText('通知公告')).closest('tr')?.textContent;
    expect(seen).toContain('2 级审核＋保密审查');
    await waitFor(() => expect(screen.getByText('通知公告').closest('tr')?.textContent).toContain('通知F14'));
    expect(screen.getByText('旧栏目').closest('tr')?.textContent).toContain('已撤销');
    expect(screen.queryByText('修改')).toBeNull();
  });

  it('show reviews of their own by the names the county gave them, in order', async () => {
    const kind = (id: number | string, title: string) =>
      ({ id, title, role: 'legal-reviewer', form: 'approval' }) as const;
    hubFor()
      .on('get', '/api/v1/columns', {
        items: [{ ...column, reviews: [kind('legal', '法制审核'), kind(1, '一审')] }],
      })
      .on('get', '/api/v1/publication-types', { items: [] });
    show(<ColumnsPage />);

    expect((await screen.findByText('通知公告')).closest('tr')?.textContent).toContain('法制审核、一审');
  });

  it('are changed in what the form shows; everything else goes back as it came', async () => {
    const hub = town('keeper').on('put', '/api/v1/columns/{code}', column);
    const user = show(<ColumnsPage />);
    await screen.findByText('通知公告');
    await user.click(button('修改', screen.getByText('通知公告').closest('tr') ?? document.body));
    const drawer = await screen.findByRole('dialog');
    const levels = within(drawer).getByLabelText('审核级数');
    await user.clear(levels);
    await user.type(levels, '3');
    await user.click(within(drawer).getByLabelText('保密审查'));
    await user.click(button('确认修改', drawer));

    await waitFor(() => expect(hub.to('put', '/columns/tzgg')).toHaveLength(1));
    const { code: _inTheAddress, steps: _ofTheHub, ...facts } = column;
    expect(hub.to('put', '/tzgg')[0]?.body).toEqual({ ...facts, reviewLevels: 3, secrecyReview: false });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  const opened = async (user: ReturnType<typeof show>): Promise<HTMLElement> => {
    await screen.findByText('通知公告');
    await user.click(button('修改', screen.getByText('通知公告').closest('tr') ?? document.body));
    return screen.findByRole('dialog');
  };

  it('get reviews of their own out of those that the hub knows, in the order that is chosen', async () => {
    const hub = town('keeper').on('put', '/api/v1/columns/{code}', column);
    const user = show(<ColumnsPage />);
    const dialog = await opened(user);
    await user.click(button('＋1一审', dialog));
    await user.click(button('＋legal法制审核', dialog));
    await user.click(within(dialog).getAllByText('上 移').at(-1)?.closest('button') ?? dialog);
    await user.click(button('确认修改', dialog));

    await waitFor(() => expect(hub.to('put', '/columns/tzgg')).toHaveLength(1));
    expect(hub.to('put', '/tzgg')[0]?.body).toMatchObject({ version: 6, reviews: [legal, first] });
  });

  it('get a review that nobody has had yet, in words, for a role that the hub names', async () => {
    const hub = town('keeper').on('put', '/api/v1/columns/{code}', column);
    const user = show(<ColumnsPage />);
    const dialog = await opened(user);
    await user.click(within(dialog).getByLabelText('审核环节：另写一行'));
    await user.type(within(dialog).getByPlaceholderText('代码'), 'fair');
    await user.type(within(dialog).getByPlaceholderText('环节名称'), '公平竞争审查');
    await choose(user, within(dialog).getByLabelText('办理角色'), '法制审核');
    await choose(user, within(dialog).getByLabelText('办理方式'), '审定');
    await user.click(button('确认修改', dialog));

    await waitFor(() => expect(hub.to('put', '/columns/tzgg')).toHaveLength(1));
    expect(hub.to('put', '/tzgg')[0]?.body).toMatchObject({
      reviews: [{ id: 'fair', title: '公平竞争审查', role: 'legal-reviewer', form: 'approval' }],
    });
  });

  it('go back to the reviews of the house when none of their own is left', async () => {
    const hub = town('keeper')
      .on('get', '/api/v1/columns', { items: [{ ...column, reviews: [legal], steps: [change] }] })
      .on('put', '/api/v1/columns/{code}', column);
    const user = show(<ColumnsPage />);
    const dialog = await opened(user);
    await user.click(button('移除', dialog));
    await user.click(button('确认修改', dialog));

    await waitFor(() => expect(hub.to('put', '/columns/tzgg')).toHaveLength(1));
    expect(hub.to('put', '/tzgg')[0]?.body).toMatchObject({ reviews: null, reviewLevels: 2 });
  });

  it('keep the form open when the hub refuses', async () => {
    town('keeper').on('put', '/api/v1/columns/{code}', refusal(409, '栏目已被他人修改；请刷新后核对'));
    const user = show(<ColumnsPage />);
    await screen.findByText('通知公告');
    await user.click(button('修改', screen.getByText('通知公告').closest('tr') ?? document.body));
    await user.click(button('确认修改', await screen.findByRole('dialog')));

    expect(await screen.findByText('栏目已被他人修改；请刷新后核对')).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
