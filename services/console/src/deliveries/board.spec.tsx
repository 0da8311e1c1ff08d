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
