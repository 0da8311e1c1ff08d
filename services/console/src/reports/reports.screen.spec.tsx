import { describe, expect, it, vi } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { button, hubFor, screen, show, typeDay, waitFor } from '../testing/screen.tsx';
import { ReportsPage } from './reports.page.tsx';

const counts = { released: 24, urgent: 3, corrected: 2, withdrawn: 1, returned: 5 };
const town = () =>
  hubFor('supervisor').on('get', '/api/v1/reports/editorial', ({ query }) => ({
    month: query.month ?? '',
    total: { ...counts, urgentShare: 0.125, urgentUnreviewed: 1, urgentFaulted: 0 },
    dueOn: '2026-11-25',
    before: { ...counts, released: 20 },
    byOrganisation: [{ organisation: 'kyswj', name: '开远市水务局', ...counts }],
    byDay: [{ on: '2026-11-01', released: 24 }],
    anchor: '2c26b46b68ff',
  }));

describe('the editorial report', () => {
  it('is of this month at first, with the share of urgent releases in percent', async () => {
    const hub = town();
    show(<ReportsPage />);

    expect(await screen.findAllByText('开远市水务局')).toBeTruthy();
    expect(document.body.textContent).toContain('应急占比12.5%');
    expect(document.body.textContent).toContain('发布（上月 20）24');
    expect(document.body.textContent).toContain('本月月报应于 2026-11-25 前报送。');
    expect(document.body.textContent).toContain('审计锚 2c26b46b68ff');
    expect(hub.to('get', '/editorial')[0]?.query.month).toMatch(/^\d{4}-\d{2}$/);
  });

  it('is a picture with its figures, a sheet of the same month, and goes on paper', async () => {
    town();
    const user = show(<ReportsPage />, '/reports?month=2026-11');
    await screen.findByText('每日发布');
    const printed = vi.fn();
    vi.stubGlobal('print', printed);
    await user.click(button('打印或存为PDF'));

    expect(printed).toHaveBeenCalledOnce();
    expect(button('导出XLSX').getAttribute('href')).toBe('/api/v1/reports/editorial/export?month=2026-11');
    expect(screen.getByRole('img', { name: '每日发布：2026-11-01 24 件' })).toBeTruthy();
    vi.unstubAllGlobals();
  });

  it('is asked for another month', async () => {
    const hub = town();
    const user = show(<ReportsPage />);
    await screen.findAllByText('开远市水务局');
    await typeDay(user, screen.getByLabelText('月份'), '2026-02');

    await waitFor(() => expect(hub.to('get', '/editorial').at(-1)?.query).toEqual({ month: '2026-02' }));
  });

  it('is not drawn as zeros when it cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/reports/editorial', refusal(403, '只有督查人员可以查看月报'));
    show(<ReportsPage />);

    expect(await screen.findByText('只有督查人员可以查看月报')).toBeTruthy();
    expect(screen.queryByText('应急占比')).toBeNull();
  });
});
