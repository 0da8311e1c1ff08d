import { describe, expect, it } from 'vitest';
import { channel } from '../testing/samples.ts';
import { hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { TargetsPage } from './targets.page.tsx';
import { placedOf } from './targets.map.rules.ts';
import type { Target } from './targets.ts';

const target = (id: string, title: string, more: Partial<Target> = {}): Target => ({
  id,
  title,
  kind: 'strip',
  owner: 'kys-lq',
  area: '532502002000',
  venue: null,
  groups: [],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  version: 1,
  changedBy: 'operator',
  changedAt: '2026-11-23T02:00:00.000Z',
  ...more,
});
const hall = target('screen-hall', '政务大厅屏', { position: { longitude: 103.2668, latitude: 23.7142 } });
const paused = target('strip-park', '公园条屏', {
  position: { longitude: 103.27, latitude: 23.72 },
  state: { is: 'paused', reason: '检修' },
});
const nowhere = target('strip-station', '客运站条屏');

const town = (items: Target[]) =>
  hubFor('operator')
    .on('get', '/api/v1/channels', { channels: [channel('led', 'LED 屏')] })
    .on('get', '/api/v1/registers/{channel}', { channel: 'led', title: 'LED 屏', kinds: [], steps: [] })
    .on('get', '/api/v1/registers/{channel}/targets', { items, total: items.length, next: null });

describe('the map of targets', () => {
  it('is a choice that the address keeps, and has a point for each that has a place', async () => {
    const hub = town([hall, paused, nowhere]);
    const user = show(<TargetsPage />);
    await screen.findByText('政务大厅屏');
    expect(document.querySelector('.towncrier-map')).toBeNull();
    await user.click(screen.getByText('地图'));

    await waitFor(() => expect(document.querySelectorAll('.towncrier-point')).toHaveLength(2));
    expect(document.querySelectorAll('.towncrier-point-paused')).toHaveLength(1);
    expect(screen.getByText('公园条屏（暂停）')).toBeTruthy();
    expect(location.search).toContain('view=map');
    expect(hub.to('get', '/targets').at(-1)?.query['limit']).toBe('500');
  });

  it('says which are not on it, each with a way to it, and that it is for the house only', async () => {
    town([hall, nowhere]);
    show(<TargetsPage />, '/?view=map');

    expect(await screen.findByText(/未经地图审核，不得公开或外传/)).toBeTruthy();
    expect(await screen.findByText(/不在图上（1 个）/)).toBeTruthy();
    expect(screen.getByText('客运站条屏').getAttribute('href')).toContain('open=strip-station');
  });

  it('asks nobody outside the house for pictures', async () => {
    town([hall]);
    show(<TargetsPage />, '/?view=map');
    await waitFor(() => expect(document.querySelector('.towncrier-point')).toBeTruthy());
    expect(document.querySelectorAll('img')).toHaveLength(0);
  });

  it('says that nothing has a place yet', async () => {
    town([nowhere]);
    show(<TargetsPage />, '/?view=map');
    expect(await screen.findByText('没有登记了坐标的终端')).toBeTruthy();
  });
});

it('a point stands at its latitude first', () => {
  expect(placedOf([hall, nowhere])).toMatchObject({
    placed: [{ at: [23.7142, 103.2668] }],
    others: [nowhere],
  });
});
