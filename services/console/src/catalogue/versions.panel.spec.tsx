import { describe, expect, it } from 'vitest';
import { FakeHub, refusal } from '../testing/fake.hub.ts';
import { formStep, step } from '../testing/samples.ts';
import { button, hubFor, screen, sessionOf, show, typeDay, waitFor, within } from '../testing/screen.tsx';
import { VersionsPanel } from './versions.panel.tsx';
import type { ImportReport, Version } from './versions.ts';

const version = (number: number, more: Partial<Version> = {}): Version => ({
  number,
  version: 4,
  title: `2026 年第 ${number} 版`,
  origin: '导入',
  state: 'draft',
  effectiveFrom: null,
  items: 120,
  incomplete: 0,
  inForce: false,
  stateTitle: '草案',
  steps: [],
  ...more,
});
const inForce = version(1, { state: 'adopted', inForce: true, effectiveFrom: '2026-01-01' });
const draft = version(2, { incomplete: 3 });
/** The hub as whoever keeps the catalogue sees it, or somebody who only looks. */
const town = (whose: 'keeper' | 'onlooker'): FakeHub =>
  hubFor()
    .on(
      'get',
      '/api/v1/session',
      sessionOf([], whose === 'keeper' ? [{ key: 'catalogue', steps: [formStep('imports', '导入')] }] : []),
    )
    .on('get', '/api/v1/catalogue/versions', {
      items: [inForce, whose === 'keeper' ? { ...draft, steps: [step('adopt', '通过')] } : draft],
    })
    .on('get', '/api/v1/catalogue/versions/{number}/diff/{other}', {
      added: [{ id: 'GGFL-001', name: '法律援助' }],
      removed: [],
      changed: [
        {
          id: 'HJBH-007',
          name: '环评审批',
          changes: [{ element: '公开时限', was: '', is: '20 个工作日' }],
        },
      ],
    });
const file = new File(['id,name'], 'catalogue.csv', { type: 'text/csv' });
async function bring(user: ReturnType<typeof show>): Promise<void> {
  await screen.findByText('作为全部目录');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('there is no place for a file');
  await user.upload(input, file);
}
const report = (more: Partial<ImportReport>): ImportReport => ({
  rows: [],
  losses: [],
  good: 118,
  bad: 0,
  incomplete: 0,
  catalogue: draft,
  ...more,
});

describe('a catalogue that is brought in', () => {
  it('is sent as the whole catalogue unless somebody says otherwise', async () => {
    const hub = town('keeper').on('post', '/api/v1/catalogue/imports', report({}));
    await bring(show(<VersionsPanel />));

    expect(await screen.findByText('读入 118 行，成为第 2 版草案。')).toBeTruthy();
    expect(hub.to('post', '/imports')[0]).toMatchObject({
      query: { mode: 'replace', confirmed: 'false' },
      body: { name: 'catalogue.csv', text: 'id,name' },
    });
  });

  it('waits for a look at what of the file is in no row', async () => {
    const losses: ImportReport['losses'] = [
      { severity: 'block', message: '第3行：隐藏的行“内部事项”没有导入。', remedy: '确应隐藏的请确认。' },
    ];
    const hub = town('keeper').on('post', '/api/v1/catalogue/imports', report({ losses, catalogue: null }));
    const user = show(<VersionsPanel />);
    await bring(user);

    expect(await screen.findByText(/第3行：隐藏的行“内部事项”没有导入/u)).toBeTruthy();
    expect(screen.getByText(/读入 118 行，还没有保存/u)).toBeTruthy();
    hub.on('post', '/api/v1/catalogue/imports', report({ losses }));
    await user.click(button('已对照原表，照此导入'));
    expect(await screen.findByText('读入 118 行，成为第 2 版草案。')).toBeTruthy();
    expect(hub.to('post', '/imports').at(-1)).toMatchObject({ query: { confirmed: 'true' } });
  });

  it('can be merged into the one in force', async () => {
    const hub = town('keeper').on('post', '/api/v1/catalogue/imports', report({}));
    const user = show(<VersionsPanel />);
    await user.click(await screen.findByText('并入现行目录'));
    await bring(user);

    await waitFor(() => expect(hub.to('post', '/imports')[0]?.query).toMatchObject({ mode: 'merge' }));
  });

  it('tells row by row what could not be read, and that nothing came in', async () => {
    town('keeper').on(
      'post',
      '/api/v1/catalogue/imports',
      report({
        bad: 1,
        catalogue: null,
        rows: [
          { row: 2, id: 'GGFL-001', name: '法律援助', problems: [], advice: [] },
          { row: 7, id: null, name: '环评审批', problems: ['没有编码'], advice: ['时限写法少见'] },
        ],
      }),
    );
    await bring(show(<VersionsPanel />));

    expect(await screen.findByText('有 1 行读不出来，没有导入任何内容；请改正后重新导入。')).toBeTruthy();
    expect(screen.getByText('没有编码').closest('tr')?.textContent).toBe(
      '7环评审批错误没有编码提示时限写法少见',
    );
    expect(screen.queryByText('法律援助')).toBeNull();
  });

  it('warns of items that lack an element', async () => {
    town('keeper').on('post', '/api/v1/catalogue/imports', report({ incomplete: 3 }));
    await bring(show(<VersionsPanel />));

    expect(
      await screen.findByText('读入 118 行，成为第 2 版草案；3 项要素不全，补齐前不能生效。'),
    ).toBeTruthy();
  });

  it('shows why a file was not taken at all', async () => {
    town('keeper').on('post', '/api/v1/catalogue/imports', refusal(415, '请另存为 XLSX'));
    await bring(show(<VersionsPanel />));

    expect(await screen.findByText('请另存为 XLSX')).toBeTruthy();
  });

  it('is not offered to who does not keep the catalogue', async () => {
    town('onlooker');
    show(<VersionsPanel />);
    await screen.findByText('2026 年第 2 版');

    expect(screen.queryByText('作为全部目录')).toBeNull();
    expect(button('比较')).toBeTruthy();
  });
});

describe('versions of the catalogue', () => {
  it('show which one is in force and what a draft lacks', async () => {
    town('onlooker');
    show(<VersionsPanel />);

    expect((await screen.findByText('2026 年第 1 版')).closest('tr')?.textContent).toContain(
      '现行2026-01-01',
    );
    expect(screen.getByText('2026 年第 2 版').closest('tr')?.textContent).toContain('缺要素 3');
  });

  it('say so when they cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/catalogue/versions', refusal(503, '目录暂时不可用'));
    show(<VersionsPanel />);

    expect(await screen.findByText('目录暂时不可用')).toBeTruthy();
  });

  it('are compared with the one in force, element by element', async () => {
    const hub = town('onlooker');
    const user = show(<VersionsPanel />);
    await screen.findByText('2026 年第 2 版');
    await user.click(button('比较'));

    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('新增：GGFL-001 法律援助')).toBeTruthy();
    expect(drawer.textContent).toContain('删除：无');
    expect(drawer.textContent).toContain('公开时限：（空） → 20 个工作日');
    expect(hub.to('get', '/versions/1/diff/2')).toHaveLength(1);
    expect(within(drawer).queryByText('作废草案')).toBeNull();
  });

  it('come into force on a day that is named, against the version that was seen', async () => {
    const hub = town('keeper').on('post', '/api/v1/catalogue/versions/{number}/adopt', draft);
    const user = show(<VersionsPanel />);
    await screen.findByText('2026 年第 2 版');
    await user.click(button('比较与生效'));
    const drawer = await screen.findByRole('dialog');
    await user.click(button('通过并生效', drawer));
    expect(await within(drawer).findByText('请填写生效日期')).toBeTruthy();
    expect(hub.to('post', '/adopt')).toEqual([]);

    await typeDay(user, within(drawer).getByLabelText('生效日期'), '2026-12-01');
    await user.click(button('通过并生效', drawer));
    await waitFor(() => expect(hub.to('post', '/versions/2/adopt')).toHaveLength(1));
    expect(hub.to('post', '/adopt')[0]?.body).toEqual({ version: 4, effectiveFrom: '2026-12-01' });
  });

  it('stay drafts when the hub refuses, with every item that stands in the way', async () => {
    town('keeper').on(
      'post',
      '/api/v1/catalogue/versions/{number}/drop',
      refusal(409, '草案已被他人修改；请刷新后核对'),
    );
    const user = show(<VersionsPanel />);
    await screen.findByText('2026 年第 2 版');
    await user.click(button('比较与生效'));
    await user.click(button('作废草案', await screen.findByRole('dialog')));

    expect(await screen.findByText('草案已被他人修改；请刷新后核对')).toBeTruthy();
  });
});
