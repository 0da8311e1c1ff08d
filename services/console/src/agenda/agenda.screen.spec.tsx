import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { formStep, notNow, publication } from '../testing/samples.ts';
import { button, hubFor, screen, show, typeDay, waitFor, within } from '../testing/screen.tsx';
import type { Agenda, Entry } from './agenda.ts';
import { AgendaPage } from './agenda.page.tsx';

const release: Entry = {
  key: 'release 7K3QZP4M',
  kind: 'release',
  kindTitle: '定时发布',
  title: '关于停水的通知',
  hint: '待定时发布',
  from: '2026-11-25',
  to: '2026-11-25',
  time: '09:00',
  late: false,
  screen: 'publication',
  id: '7K3QZP4M',
  said: {},
  move: {
    publication: '7K3QZP4M',
    version: 5,
    publishAt: '2026-11-25T01:00:00.000Z',
    step: formStep('move', '改发布时间'),
    price: '改动后这一版回到草稿，须重新送审。',
  },
};
const period: Entry = {
  ...release,
  key: 'notice 7K3QZP4N',
  kind: 'notice',
  kindTitle: '公示或征集期',
  title: '规划批前公示',
  from: '2026-11-24',
  to: '2026-12-02',
  time: null,
  id: '7K3QZP4N',
  move: null,
};
const owed: Entry = {
  ...period,
  key: 'obligation HJBH-13',
  kind: 'obligation',
  kindTitle: '定期公开',
  title: '环境质量信息',
  from: '2026-11-30',
  to: '2026-11-30',
  screen: 'write',
  id: null,
  said: { item: 'HJBH-13', type: 'general-notice', column: 'sthj' },
};

const daysFrom = (from: string, count: number): Agenda['days'] =>
  Array.from({ length: count }, (_, n) => ({
    on: new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10),
    off: n === 0 ? '国庆节' : null,
    worked: n === 5 ? '国庆节' : null,
    known: true,
  }));
const town = (entries: Entry[] = [release, period, owed]) =>
  hubFor('editor').on('get', '/api/v1/agenda', ({ query }) => ({
    today: '2026-11-25',
    days: daysFrom(query['from'] ?? '', 42),
    entries,
  }));
const open = () => show(<AgendaPage />, '/agenda?day=2026-11-25');
const on = (day: string) => within(screen.getByRole('list', { name: day }));
const dayOf = (day: string): HTMLElement => {
  const found = screen.getByRole('list', { name: day }).closest('.towncrier-day');
  if (!(found instanceof HTMLElement)) throw new Error(`there is no ${day}`);
  return found;
};
/** Drawn with the pointer from its day to another one. */
const draw = (to: string): void => {
  const entry = screen.getByText('关于停水的通知').closest('li');
  if (entry === null) throw new Error('it is in no list');
  fireEvent.dragStart(entry);
  fireEvent.dragOver(dayOf(to));
  fireEvent.drop(dayOf(to));
};

describe('the calendar', () => {
  it('asks for the weeks of a month, and has links on their days', async () => {
    const hub = town();
    open();
    const link = await screen.findByText('关于停水的通知');

    expect(hub.to('get', '/agenda')[0]?.query).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(link.getAttribute('href')).toBe('/publication/7K3QZP4M');
    expect(on('2026-11-25').getByText(/09:00 定时发布/u)).toBeTruthy();
    expect(on('2026-11-30').getByText('环境质量信息').getAttribute('href')).toBe(
      '/write?item=HJBH-13&type=general-notice&column=sthj',
    );
  });

  it('shows a period on its first and last day and on Mondays, holidays, and weekends that are worked', async () => {
    town();
    open();
    await screen.findByText('关于停水的通知');

    expect(on('2026-11-24').getByText('公示或征集期开始，至 2026-12-02')).toBeTruthy();
    expect(on('2026-11-25').queryByText('规划批前公示')).toBeNull();
    expect(on('2026-11-30').getByText('规划批前公示')).toBeTruthy();
    expect(on('2026-12-02').getByText('公示或征集期（最后一天）')).toBeTruthy();
    expect(dayOf('2026-10-26').textContent).toContain('国庆节 休');
    expect(dayOf('2026-10-31').dataset['off']).toBe('false');
    expect(dayOf('2026-11-01').dataset['off']).toBe('true');
  });

  it('is turned by months and by weeks, and says so in the address', async () => {
    const hub = town();
    const user = open();
    await screen.findByText('关于停水的通知');
    await user.click(button('下个月'));
    await waitFor(() => expect(location.search).toBe('?day=2026-12-01'));
    await user.click(screen.getByText('周'));
    await waitFor(() =>
      expect(hub.to('get', '/agenda').at(-1)?.query).toEqual({ from: '2026-11-30', to: '2026-12-06' }),
    );
    await user.click(button('上一周'));
    await waitFor(() => expect(location.search).toBe('?day=2026-11-24&view=week'));
  });

  it('tells what went wrong', async () => {
    hubFor('editor').on('get', '/api/v1/agenda', refusal(422, '一次最多查看 42 天'));
    open();
    expect(await screen.findByText('一次最多查看 42 天')).toBeTruthy();
  });
});

describe('what goes out by itself', () => {
  it('is drawn to another day, keeps its hour, and tells first what that costs', async () => {
    const hub = town().on('post', '/api/v1/publications/{id}/move', publication());
    const user = open();
    await screen.findByText('关于停水的通知');
    draw('2026-11-27');

    expect(await screen.findByText('改动后这一版回到草稿，须重新送审。')).toBeTruthy();
    expect(hub.to('post', '/move')).toEqual([]);
    await user.click(button('改发布时间', screen.getByRole('dialog')));
    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/move')).toHaveLength(1));
    expect(hub.to('post', '/move')[0]?.body).toEqual({ version: 5, publishAt: '2026-11-27T01:00:00.000Z' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is moved by keys alone, and stays where it is when the hub refuses', async () => {
    const words = '2026-11-22 09:00 已过；请选择今后的时间';
    const hub = town().on('post', '/api/v1/publications/{id}/move', refusal(422, words));
    const user = open();
    await screen.findByText('关于停水的通知');
    screen.getByRole('button', { name: '改发布时间：关于停水的通知' }).focus();
    await user.keyboard('{Enter}');
    const field = await screen.findByLabelText('新的发布时间（北京时间）');
    await typeDay(user, field, '2026-11-22 09:00');
    await user.click(button('改发布时间', screen.getByRole('dialog')));

    expect(await screen.findByText(words)).toBeTruthy();
    expect(hub.to('post', '/move')[0]?.body).toEqual({ version: 5, publishAt: '2026-11-22T01:00:00.000Z' });
    expect((screen.getByLabelText('新的发布时间（北京时间）') as HTMLInputElement).value).toBe(
      '2026-11-22 09:00',
    );
  });

  it('is not drawn anywhere by who may not move it, and nothing else is', async () => {
    const step = notNow(formStep('move', '改发布时间'), '“王芳”正在编辑这份稿件');
    const move = release.move === null ? null : { ...release.move, step };
    town([
      { ...release, move },
      { ...owed, from: '2026-11-25', to: '2026-11-25' },
    ]);
    open();
    await screen.findByText('关于停水的通知');

    expect(screen.getByText('关于停水的通知').closest('li')?.getAttribute('draggable')).toBe('false');
    expect(screen.getByText('环境质量信息').closest('li')?.getAttribute('draggable')).toBe('false');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /改发布时间/u }).disabled).toBe(true);
  });
});
