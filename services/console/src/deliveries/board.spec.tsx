import { expect, it } from 'vitest';
import { useStream } from '../live/live.ts';
import { theStream } from '../testing/fake.stream.ts';
import { row } from '../testing/samples.ts';
import { act, hubFor, screen, show } from '../testing/screen.tsx';
import { useBoard } from './board.ts';
import { RowsTable } from './rows.table.tsx';

function Board() {
  useStream();
  const board = useBoard('7K3QZP4M');
  return <RowsTable rows={board.data?.rows ?? []} channels={[]} mayRetry={false} />;
}

it('the board of one publication shows a row as it changes, and one that was not there', async () => {
  const rows = [row('sms', { state: 'working' })];
  const hub = hubFor('operator').on('get', '/api/v1/monitor/publications/{id}', () => ({
    publication: '7K3QZP4M',
    rows,
    complete: false,
  }));
  show(<Board />);
  await screen.findByText('已送出，核实中');
  rows.splice(0, 1, row('sms', { state: 'confirmed' }), row('led', { state: 'expected' }));
  act(() => theStream().tell({ kind: 'deliveries', id: '7K3QZP4M' }));

  expect(await screen.findByText('已核实')).toBeTruthy();
  expect(screen.getByText('等待接收')).toBeTruthy();
  expect(screen.queryByText('已送出，核实中')).toBeNull();
  expect(hub.to('get', '/publications/7K3QZP4M')).toHaveLength(2);
});

it('keeps one clock for each channel: when it was taken over, when it was seen, and how long it waits', async () => {
  const running = row('led', {
    state: 'working',
    releasedAt: new Date(Date.now() - 90_000).toISOString(),
    acceptedAt: new Date(Date.now() - 89_000).toISOString(),
  });
  const { ms: _ms, ...waiting } = running;
  hubFor('operator').on('get', '/api/v1/monitor/publications/{id}', () => ({
    publication: '7K3QZP4M',
    rows: [row('sms', { acceptedAt: '2026-11-23T02:00:00.250Z' }), waiting],
    complete: false,
  }));
  show(<Board />);
  expect(await screen.findByText('接收 250 毫秒')).toBeTruthy();
  expect(screen.getByText('了结 1.2 秒')).toBeTruthy();
  expect(screen.getByText('已过 1 分')).toBeTruthy();
});
