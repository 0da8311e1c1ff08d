import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { choose, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { Item } from './catalogue.ts';
import { CataloguePage } from './catalogue.page.tsx';
import { ItemsPanel } from './items.panel.tsx';
import { SummaryPanel } from './summary.panel.tsx';

const item: Item = {
  id: 'GGFL-001',
  field: 'GGFL',
  level1: '公共法律服务',
  level2: '法律援助',
  level3: null,
  elements: ['申请条件', '办理流程'],
  basis: ['法律援助法', '政府信息公开条例'],
  timeLimit: { text: '形成之日起 20 个工作日', rules: [] },
  body: '市司法局',
  lead: null,
  channels: [],
  audience: { scope: 'all' },
  manner: 'active',
  stage: 'service',
  tier: ['county'],
};
const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/catalogue/fields', {
      items: [{ code: 'GGFL', title: '公共法律服务', lead: '市司法局' }],
    })
    .on('get', '/api/v1/catalogue/items', { items: [item] });

describe('the items of the catalogue', () => {
  it('are shown with content, time limit, body and way', async () => {
    town();
    show(<ItemsPanel />);

    const row = (await screen.findByText('GGFL-001')).closest('tr');
    await screen.findByText('服务公开');
    const seen = row?.textContent;
    for (const words of [
      '公共法律服务／法律援助',
      '申请条件、办理流程',
      '20 个工作日',
      '市司法局',
      '服务公开',
      '主动公开',
    ])
      expect(seen).toContain(words);
    expect(screen.getByText('1 项')).toBeTruthy();
  });

  it('are narrowed by words and field; what is cleared does not narrow', async () => {
    const hub = town();
    const user = show(<ItemsPanel />);
    await screen.findByText('GGFL-001');
    const search = screen.getByPlaceholderText('编码、名称、内容');
    await user.type(search, '援助{Enter}');
    await waitFor(() => expect(hub.to('get', '/items').at(-1)?.query).toEqual({ q: '援助' }));
    await choose(user, screen.getByRole('combobox', { name: '五公开' }), '服务公开');
    await waitFor(() =>
      expect(hub.to('get', '/items').at(-1)?.query).toEqual({ q: '援助', stage: 'service' }),
    );
    await user.clear(search);
    await user.type(search, '{Enter}');

    await waitFor(() => expect(hub.to('get', '/items').at(-1)?.query).toEqual({ stage: 'service' }));
  });

  it('stand in the address, as the tab does', async () => {
    const hub = town();
    const user = show(<CataloguePage />, '/catalogue?tab=items&stage=service&on=2026-12-01');
    await screen.findByText('GGFL-001');
    expect(hub.to('get', '/items').at(-1)?.query).toEqual({ stage: 'service', on: '2026-12-01' });
    await user.click(screen.getByRole('tab', { name: '版本与导入' }));

    await waitFor(() => expect(new URLSearchParams(location.search).get('tab')).toBe('versions'));
  });

  it('say so when they cannot be had', async () => {
    town().on('get', '/api/v1/catalogue/items', refusal(400, '生效日期写法不对'));
    show(<ItemsPanel />);

    expect(await screen.findByText('生效日期写法不对')).toBeTruthy();
  });
});

describe('the summary of the catalogue', () => {
  it('counts by field, stage and tier', async () => {
    hubFor('editor').on('get', '/api/v1/catalogue/summary', {
      version: 3,
      effectiveFrom: '2026-01-01',
      items: 120,
      complete: 118,
      fields: [
        {
          code: 'GGFL',
          name: '公共法律服务',
          lead: '市司法局',
          items: 14,
          complete: 14,
          active: 13,
          bodies: 2,
          stages: { service: 9 },
          tiers: { county: 14, village: 5 },
        },
      ],
    });
    show(<SummaryPanel />);

    const seen = (await screen.findByText('市司法局')).closest('tr');
    const cells = [...(seen?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
    expect(cells).toEqual([
      '公共法律服务',
      '市司法局',
      '14',
      '13',
      '2',
      '0',
      '0',
      '0',
      '9',
      '0',
      '14',
      '0',
      '5',
    ]);
    expect(document.body.textContent).toContain(
      '现行第 3 版，2026-01-01 起生效；共 120 项，六项要素齐全 118 项。',
    );
  });

  it('is no table of zeros when it cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/catalogue/summary', refusal(503, '目录暂时不可用'));
    show(<SummaryPanel />);

    expect(await screen.findByText('目录暂时不可用')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
