import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { button, choose, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { screen as deadlines } from './deadlines.screen.tsx';

type Rule = Answer<'/api/v1/deadlines/rules'>['items'][number];
const rule: Rule = {
  id: 'GIR-33',
  kind: 'deadline',
  matter: '答复公开申请',
  n: 20,
  unit: 'working-days',
  startEvent: null,
  basis: '条例第三十三条',
  verified: true,
};
const notice: Rule = {
  ...rule,
  id: 'NP-PLAN',
  kind: 'notice-period',
  matter: '规划公示',
  basis: '城乡规划法',
  verified: false,
};
const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/deadlines/rules', { items: [rule, notice], years: [2025, 2026] })
    .on('get', '/api/v1/obligations', { items: [] });
const day = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('a deadline', () => {
  it('is worked out by the hub, which says why', async () => {
    const hub = town().on('post', '/api/v1/deadlines/compute', {
      dueOn: '2026-12-21',
      explanation: '自 11 月 24 日起算 20 个工作日',
      problem: null,
    });
    const user = show(<deadlines.Page />);
    await screen.findByText(/2025、2026/);
    await choose(
      user,
      screen.getByRole('combobox', { name: '哪一种期限' }),
      '答复公开申请（条例第三十三条）',
    );
    day('起算之日', '2026-11-23');
    await user.click(button('计算'));

    expect(await screen.findByText('2026-12-21 届满')).toBeTruthy();
    expect(screen.getByText('自 11 月 24 日起算 20 个工作日')).toBeTruthy();
    expect(hub.to('post', '/compute')[0]?.body).toEqual({ rule: 'GIR-33', from: '2026-11-23' });
  });

  it('of a notice asks for both ends, and says what is wrong with them', async () => {
    const hub = town().on('post', '/api/v1/deadlines/compute', {
      dueOn: null,
      explanation: '公示须满 30 日',
      problem: '公示期少 5 日',
    });
    const user = show(<deadlines.Page />);
    await screen.findByText(/2025、2026/);
    await choose(user, screen.getByRole('combobox', { name: '哪一种期限' }), '规划公示（城乡规划法）·待核');
    day('公示自', '2026-11-01');
    await user.click(button('计算'));
    expect(await screen.findByText('请填写日期')).toBeTruthy();
    expect(hub.to('post', '/compute')).toEqual([]);

    day('至', '2026-11-25');
    await user.click(button('计算'));
    expect(await screen.findByText('公示期少 5 日')).toBeTruthy();
    expect(hub.to('post', '/compute')[0]?.body).toEqual({
      rule: 'NP-PLAN',
      from: '2026-11-01',
      to: '2026-11-25',
    });
  });

  it('is not guessed for a year without a calendar', async () => {
    town().on('post', '/api/v1/deadlines/compute', refusal(422, '还没有 2031 年的工作日历'));
    const user = show(<deadlines.Page />);
    await screen.findByText(/2025、2026/);
    await choose(
      user,
      screen.getByRole('combobox', { name: '哪一种期限' }),
      '答复公开申请（条例第三十三条）',
    );
    day('起算之日', '2031-01-06');
    await user.click(button('计算'));

    expect(await screen.findByText('还没有 2031 年的工作日历')).toBeTruthy();
  });
});

describe('what is owed again and again', () => {
  it('is shown with its state and the publication that met it', async () => {
    const owed = {
      item: 'GGFL-001',
      name: '法律援助',
      body: '市司法局',
      lead: null,
      from: '2026-01-01',
      dueOn: '2026-03-31',
      nth: 1,
    };
    town().on('get', '/api/v1/obligations', {
      items: [
        { ...owed, state: 'met', publication: '7K3QZP4M' },
        { ...owed, dueOn: '2026-06-30', state: 'overdue', publication: null },
      ],
    });
    show(<deadlines.Page />);

    expect((await screen.findByText('已逾期')).closest('tr')?.textContent).toContain('2026-06-30');
    expect(screen.getByText('7K3QZP4M').getAttribute('href')).toBe('#/publication/7K3QZP4M');
  });

  it('is asked for another year', async () => {
    const hub = town();
    show(<deadlines.Page />);
    fireEvent.change(await screen.findByLabelText('年份'), { target: { value: '2025' } });

    await waitFor(() => expect(hub.to('get', '/obligations').at(-1)?.query).toEqual({ year: '2025' }));
  });
});
