import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/hub.types.ts';
import { refusal } from '../testing/fake.hub.ts';
import { hubFor, screen, show, within } from '../testing/screen.tsx';
import { RadarCard } from './radar.card.tsx';

type Radar = Answer<'/api/v1/agenda/radar'>;
type Duty = Radar['bodies'][number]['duties'][number];

const air: Duty = {
  key: 'obligation HJBH-13 2026-11-30 1',
  kind: 'obligation',
  kindTitle: '定期公开',
  title: '环境质量信息',
  hint: '市生态环境局',
  dueOn: '2026-11-30',
  colour: 'yellow',
  left: 5,
  act: '现在写',
  screen: 'write',
  id: null,
  said: { item: 'HJBH-13', type: 'general-notice', column: 'sthj' },
};
const late: Duty = {
  ...air,
  key: 'due 7K3QZP4M',
  kind: 'due',
  kindTitle: '应当公开',
  title: '欠税公告',
  dueOn: '2026-11-13',
  colour: 'red',
  left: -6,
  act: '继续写',
  screen: 'publication',
  id: '7K3QZP4M',
  said: {},
};
const radar: Radar = {
  today: '2026-11-23',
  red: 1,
  yellow: 1,
  green: 1,
  bodies: [
    { name: '市税务局', red: 1, yellow: 0, green: 0, duties: [late] },
    { name: '市生态环境局', red: 0, yellow: 1, green: 0, duties: [air] },
    {
      name: '市司法局',
      red: 0,
      yellow: 0,
      green: 1,
      duties: [{ ...air, key: 'x', title: '法律援助', colour: 'green', left: 20 }],
    },
  ],
  colours: [
    { colour: 'red', title: '已逾期' },
    { colour: 'yellow', title: '临近期限' },
    { colour: 'green', title: '未到提醒期' },
  ],
  warnAt: 10,
};

describe('the radar', () => {
  it('tells what is owed by whom, in words beside the colour, and leads to a draft that knows its item', async () => {
    hubFor('editor').on('get', '/api/v1/agenda/radar', radar);
    show(<RadarCard />);

    const write = await screen.findByRole('link', { name: '现在写：环境质量信息' });
    expect(write.getAttribute('href')).toBe('/write?item=HJBH-13&type=general-notice&column=sthj');
    expect(screen.getByRole('link', { name: '继续写：欠税公告' }).getAttribute('href')).toBe(
      '/publication/7K3QZP4M',
    );
    expect(write.closest('li')?.textContent).toContain(
      '临近期限环境质量信息（定期公开，2026-11-30 到期，还有 5 个工作日）',
    );
    expect(screen.getByText(/已超过 6 个工作日/u)).toBeTruthy();
  });

  it('opens what is late or near, and leaves the rest closed', async () => {
    hubFor('editor').on('get', '/api/v1/agenda/radar', radar);
    show(<RadarCard />);
    await screen.findByText(/环境质量信息/u);

    const heads = screen.getAllByRole('button').filter((b) => b.hasAttribute('aria-expanded'));
    expect(heads.map((b) => b.getAttribute('aria-expanded'))).toEqual(['true', 'true', 'false']);
    expect(within(heads[2] ?? document.body).getByText('未到提醒期 1')).toBeTruthy();
  });

  it('says that nothing is owed, and what went wrong', async () => {
    const hub = hubFor('editor').on('get', '/api/v1/agenda/radar', { ...radar, bodies: [] });
    show(<RadarCard />);
    expect(await screen.findByText('近两个月没有到期的事项')).toBeTruthy();
    hub.on('get', '/api/v1/agenda/radar', refusal(503, '暂时不能计算；请稍后刷新'));
    show(<RadarCard />);
    expect(await screen.findByText('暂时不能计算；请稍后刷新')).toBeTruthy();
  });
});
