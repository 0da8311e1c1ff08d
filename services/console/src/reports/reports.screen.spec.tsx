import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { hubFor, screen, show, typeDay, waitFor } from '../testing/screen.tsx';
import { ReportsPage } from './reports.page.tsx';

const counts = { released: 24, urgent: 3, corrected: 2, withdrawn: 1, returned: 5 };
const town = () =>
  hubFor('supervisor').on('get', '/api/v1/reports/editorial', ({ query }) => ({
    month: query.month ?? '',
    total: { ...counts, urgentShare: 0.125, urgentUnreviewed: 1, urgentFaulted: 0 },
    byOrganisation: [{ organisation: 'kyswj', ...counts }],
    anchor: '2c26b46b68ff',
  }));

describe('the editorial report', () => {
  it('is of this month at first, with the share of urgent releases in percent', async () => {
    const hub = town();
    show(<ReportsPage />);

    expect(await screen.findByText('kyswj')).toBeTruthy();
    expect(document.body.textContent).toContain('应急占比12.5%');
    expect(document.body.textContent).toContain('审计锚 2c26b46b68ff');
    expect(hub.to('get', '/editorial')[0]?.query.month).toMatch(/^\d{4}-\d{2}$/);
  });

  it('is asked for another month', async () => {
    const hub = town();
    const user = show(<ReportsPage />);
    await screen.findByText('kyswj');
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
