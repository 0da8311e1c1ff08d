import { describe, expect, it } from 'vitest';
import type { Step } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { formStep, notNow, step } from '../testing/samples.ts';
import { button, choose, fieldOf, hubFor, screen, show, waitFor, within } from '../testing/screen.tsx';
import type { OrganisationDetail, OrganisationNode } from './organisations.ts';
import { OrganisationPage } from './organisation.page.tsx';

const water: OrganisationNode = {
  code: 'kyswj',
  version: 2,
  kind: 'department',
  name: '开远市水务局',
  parent: 'kysrmzf',
  tier: 'county',
  contact: { address: null, phone: null, email: null, hours: null },
  liaison: { state: 'vacant', since: '2026-01-05T01:00:00.000Z' },
  standing: { state: 'active' },
  sample: true,
  children: [],
};
const { children: _none, ...facts } = water;
const detail: OrganisationDetail = { ...facts, steps: [], people: [{ name: 'liming', title: '李明' }] };
const government: OrganisationNode = {
  ...water,
  code: 'kysrmzf',
  kind: 'city',
  name: '开远市人民政府',
  parent: null,
  sample: false,
  liaison: { state: 'appointed', person: 'wangfang', title: '王芳', since: '2026-01-05T01:00:00.000Z' },
  children: [water],
};
const liaison = formStep('liaison', '指定联络员');
const change = formStep('change', '修改');
const abolish = step('abolish', '撤销');
const town = (...steps: readonly Step[]) =>
  hubFor('editor')
    .on('get', '/api/v1/organisations', { tree: [government], total: 2, vacant: 1 })
    .on('get', '/api/v1/organisations/{code}', { ...detail, steps: [...steps] });
const opened = async () => {
  const user = show(<OrganisationPage />);
  await user.click(await screen.findByText('开远市水务局'));
  const drawer = await screen.findByRole('dialog');
  await within(drawer).findByText('李明（liming）');
  return { user, drawer };
};

describe('organisations', () => {
  it('are a tree that is open, with their liaisons and how many places are vacant', async () => {
    town();
    show(<OrganisationPage />);

    expect(await screen.findByText('2 个机构中，有 1 个还没有联络员。')).toBeTruthy();
    expect(screen.getByText('开远市水务局').closest('tr')?.textContent).toContain('样例，待核对');
    expect(screen.getByText('开远市水务局').closest('tr')?.textContent).toContain('空缺');
    expect(screen.getByText('开远市人民政府').closest('tr')?.textContent).toContain('王芳（wangfang）');
  });

  it('are found by name or code, with the branches that lead to them open', async () => {
    const village = { ...water, code: 'kys-lq-01', name: '灵泉街道第1村', children: [] };
    const street = { ...water, code: 'kys-lq', name: '灵泉街道办事处', children: [village] };
    const forest = { ...water, code: 'kyslyj', name: '开远市林业局' };
    hubFor('editor').on('get', '/api/v1/organisations', {
      tree: [{ ...government, children: [water, forest, street] }],
      total: 5,
      vacant: 0,
    });
    const user = show(<OrganisationPage />);
    await screen.findByText('开远市林业局');
    expect(screen.queryByText('灵泉街道第1村')).toBeNull();
    await user.type(screen.getByLabelText('名称或代码'), 'KYS-LQ-01{Enter}');

    expect(await screen.findByText('灵泉街道第1村')).toBeTruthy();
    expect(screen.getByText('灵泉街道办事处')).toBeTruthy();
    expect(screen.queryByText('开远市林业局')).toBeNull();
    expect(location.search).toBe('?q=KYS-LQ-01');
    await user.clear(screen.getByLabelText('名称或代码'));
    await user.type(screen.getByLabelText('名称或代码'), '没有这个{Enter}');
    expect(await screen.findByText('没有这样的机构')).toBeTruthy();
  });

  it('can be looked at where the hub offers nothing', async () => {
    town();
    const { drawer } = await opened();

    expect(within(drawer).queryByText('指定联络员')).toBeNull();
    expect(within(drawer).queryByText('撤销')).toBeNull();
  });

  it('get a liaison from who may appoint one, and nothing else', async () => {
    const hub = town(liaison).on('put', '/api/v1/organisations/{code}/liaison', detail);
    const { user, drawer } = await opened();
    await choose(user, within(drawer).getByRole('combobox'), '李明（liming）');
    await user.click(button('保存', drawer));

    await waitFor(() => expect(hub.to('put', '/kyswj/liaison')).toHaveLength(1));
    expect(hub.to('put', '/liaison')[0]?.body).toEqual({ version: 2, person: 'liming' });
    expect(within(drawer).queryByText('撤销')).toBeNull();
  });

  it('are left without a liaison when nobody is chosen', async () => {
    const hub = town(liaison).on('put', '/api/v1/organisations/{code}/liaison', detail);
    const { user, drawer } = await opened();
    await user.click(button('保存', drawer));

    await waitFor(() => expect(hub.to('put', '/liaison')).toHaveLength(1));
    expect(hub.to('put', '/liaison')[0]?.body).toEqual({ version: 2, person: null });
  });

  it.each([
    ['村（社区）', 'village', 'village'],
    ['乡镇（街道）', 'township', 'township'],
    ['服务点', 'service-point', 'county'],
  ])('are founded below another: %s stands on its tier', async (words, kind, tier) => {
    const hub = town(liaison, change, abolish).on('post', '/api/v1/organisations', detail);
    const { user, drawer } = await opened();
    const add = button('增加', drawer);
    await user.type(fieldOf(add, '名称'), '新设机构');
    await user.type(fieldOf(add, '代码（小写字母、数字）'), 'newone');
    await choose(user, within(drawer).getAllByRole('combobox')[1] ?? add, words);
    await user.click(add);

    await waitFor(() => expect(hub.to('post', '/organisations')).toHaveLength(1));
    expect(hub.to('post', '/organisations')[0]?.body).toEqual({
      name: '新设机构',
      code: 'newone',
      kind,
      tier,
      parent: 'kyswj',
      contact: { address: null, phone: null, email: null, hours: null },
    });
  });

  it('are abolished with a reason, and the hub’s refusal is shown', async () => {
    const hub = town(liaison, change, abolish).on(
      'post',
      '/api/v1/organisations/{code}/abolish',
      refusal(409, '还有 3 名人员属于这个机构，请先调整'),
    );
    const { user, drawer } = await opened();
    await user.type(fieldOf(button('撤销', drawer), '理由'), '机构改革');
    await user.click(button('撤销', drawer));

    expect(await screen.findByText('还有 3 名人员属于这个机构，请先调整')).toBeTruthy();
    expect(hub.to('post', '/abolish')[0]?.body).toEqual({ version: 2, reason: '机构改革' });
  });

  it('say why they cannot be abolished now', async () => {
    town(notNow(abolish, '还有下设机构，请先调整'));
    await opened();

    expect(screen.getByText('还有下设机构，请先调整')).toBeTruthy();
    expect(screen.queryByPlaceholderText('理由')).toBeNull();
  });

  it('come back the same way', async () => {
    const gone: OrganisationDetail = {
      ...detail,
      standing: { state: 'abolished', at: '2026-03-01T01:00:00.000Z', reason: '机构改革' },
      steps: [step('reinstate', '恢复')],
    };
    const hub = town()
      .on('get', '/api/v1/organisations/{code}', gone)
      .on('post', '/api/v1/organisations/{code}/reinstate', detail);
    const { user, drawer } = await opened();
    expect(drawer.textContent).toContain('机构改革');
    await user.type(fieldOf(button('恢复', drawer), '理由'), '恢复设置');
    await user.click(button('恢复', drawer));

    await waitFor(() => expect(hub.to('post', '/kyswj/reinstate')).toHaveLength(1));
  });
});
