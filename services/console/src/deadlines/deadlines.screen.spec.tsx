import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/hub.types.ts';
import { formStep } from '../testing/samples.ts';
import { button, choose, hubFor, screen, sessionOf, show, typeDay, waitFor } from '../testing/screen.tsx';
import { DeadlinesPage } from './deadlines.page.tsx';

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
    .on('get', '/api/v1/obligations', { items: [] })
    .on('get', '/api/v1/agenda/radar', {
      today: '2026-11-23',
      red: 0,
      yellow: 0,
      green: 0,
      bodies: [],
      colours: [],
      warnAt: 10,
    });

describe('a deadline', () => {
  it('is worked out by the hub, which says why', async () => {
    const hub = town().on('post', '/api/v1/deadlines/compute', {
      dueOn: '2026-12-21',
      explanation: '自 11 月 24 日起算 20 个工作日',
      problem: null,
      provisional: false,
    });
    const user = show(<DeadlinesPage />);
    await screen.findByText(/2025、2026/);
    await choose(
      user,
      screen.getByRole('combobox', { name: '哪一种期限' }),
      '答复公开申请（条例第三十三条）',
    );
    await typeDay(user, screen.getByLabelText('起算之日'), '2026-11-23');
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
      provisional: false,
    });
    const user = show(<DeadlinesPage />);
    await screen.findByText(/2025、2026/);
    await choose(user, screen.getByRole('combobox', { name: '哪一种期限' }), '规划公示（城乡规划法）·待核');
    await typeDay(user, screen.getByLabelText('公示自'), '2026-11-01');
    await user.click(button('计算'));
    expect(await screen.findByText('请填写日期')).toBeTruthy();
    expect(hub.to('post', '/compute')).toEqual([]);

    await typeDay(user, screen.getByLabelText('至'), '2026-11-25');
    await user.click(button('计算'));
    expect(await screen.findByText('公示期少 5 日')).toBeTruthy();
    expect(hub.to('post', '/compute')[0]?.body).toEqual({
      rule: 'NP-PLAN',
      from: '2026-11-01',
      to: '2026-11-25',
    });
  });

  it('in a year that is not announced is provisional, and says so', async () => {
    town().on('post', '/api/v1/deadlines/compute', {
      dueOn: '2027-01-05',
      explanation: '自收到申请之日起 20 个工作日',
      problem: null,
      provisional: true,
    });
    const user = show(<DeadlinesPage />);
    await screen.findByText(/2025、2026/);
    await choose(
      user,
      screen.getByRole('combobox', { name: '哪一种期限' }),
      '答复公开申请（条例第三十三条）',
    );
    await typeDay(user, screen.getByLabelText('起算之日'), '2026-12-10');
    await user.click(button('计算'));

    expect(await screen.findByText('2027-01-05 届满（自然日暂计，待国务院办公厅公布）')).toBeTruthy();
  });
});

describe('a year that is announced', () => {
  const keeper = () =>
    town().on(
      'get',
      '/api/v1/session',
      sessionOf([], [{ key: 'deadlines', steps: [formStep('announce', '录入')] }]),
    );
  const calendar = {
    year: 2027,
    source: '通知',
    off: { '2027-01-01': '元旦' },
    work: { '2027-01-02': '元旦' },
  };
  const paste = () =>
    fireEvent.change(screen.getByLabelText('通知原文'), { target: { value: '一、元旦：1月1日放假1天。' } });

  it('is read, looked at and then kept', async () => {
    const hub = keeper().on('post', '/api/v1/deadlines/calendar', { calendar, problems: [], applied: false });
    const user = show(<DeadlinesPage />);
    await screen.findByText('录入节假日安排');
    paste();
    await user.click(button('读取并核对'));
    expect(await screen.findByText(/放假 1 天，周末上班 1 天。请对照通知核对/u)).toBeTruthy();
    hub.on('post', '/api/v1/deadlines/calendar', { calendar, problems: [], applied: true });
    await user.click(button('无误，录入'));

    expect(await screen.findByText(/2027 年已录入/u)).toBeTruthy();
    expect(hub.to('post', '/calendar').map(({ body }) => body)).toMatchObject([
      { apply: false },
      { apply: true },
    ]);
  });

  it('that contradicts itself cannot be kept', async () => {
    keeper().on('post', '/api/v1/deadlines/calendar', {
      calendar,
      problems: ['缺少“春节”的放假安排'],
      applied: false,
    });
    const user = show(<DeadlinesPage />);
    await screen.findByText('录入节假日安排');
    paste();
    await user.click(button('读取并核对'));

    expect(await screen.findByText('缺少“春节”的放假安排')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '无误，录入' })).toBeNull();
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
      provisional: false,
      nth: 1,
      write: { item: 'GGFL-001', type: 'general-notice', column: 'ggfl' },
    };
    town().on('get', '/api/v1/obligations', {
      items: [
        { ...owed, state: 'met', publication: '7K3QZP4M' },
        { ...owed, dueOn: '2026-06-30', state: 'overdue', publication: null },
      ],
    });
    show(<DeadlinesPage />);

    expect((await screen.findByText('已逾期')).closest('tr')?.textContent).toContain('2026-06-30');
    expect(screen.getByText('7K3QZP4M').getAttribute('href')).toBe('/publication/7K3QZP4M');
  });

  it('is asked for another year', async () => {
    const hub = town();
    const user = show(<DeadlinesPage />);
    await typeDay(user, await screen.findByLabelText('年份'), '2025');
    expect(location.search).toBe('?year=2025');

    await waitFor(() => expect(hub.to('get', '/obligations').at(-1)?.query).toEqual({ year: '2025' }));
  });
});
