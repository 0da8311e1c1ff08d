import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../api/hub.types.ts';
import { row } from '../testing/samples.ts';
import { act, hubFor, screen, show } from '../testing/screen.tsx';
import { useBoard } from './board.ts';
import { RowsTable } from './rows.table.tsx';

/** The hub's end of a stream of events. */
class FakeStream extends EventTarget {
  static readonly open = new Set<FakeStream>();
  constructor(readonly url: string) {
    super();
    FakeStream.open.add(this);
  }
  tell(fresh: Row): void {
    this.dispatchEvent(new MessageEvent('delivery', { data: JSON.stringify(fresh) }));
  }
  close(): void {
    FakeStream.open.delete(this);
  }
}
const before = globalThis.EventSource;
beforeEach(() => {
  FakeStream.open.clear();
  Object.assign(globalThis, { EventSource: FakeStream });
});
afterEach(() => void Object.assign(globalThis, { EventSource: before }));

function Board() {
  const board = useBoard('7K3QZP4M');
  return <RowsTable rows={board.data?.rows ?? []} channels={[]} mayRetry={false} />;
}
const stream = (): FakeStream => {
  const [only, ...others] = FakeStream.open;
  if (only === undefined || others.length > 0) throw new Error('there is not exactly one stream');
  return only;
};
const opened = async () => {
  hubFor('operator').on('get', '/api/v1/monitor/publications/{id}', {
    publication: '7K3QZP4M',
    rows: [row('sms', { state: 'working' })],
    complete: false,
  });
  show(<Board />);
  await screen.findByText('已送出，核实中');
};

describe('the board of one publication', () => {
  it('listens to this publication only', async () => {
    await opened();

    expect(stream().url).toBe('/api/v1/monitor/stream?publication=7K3QZP4M');
  });

  it('shows a row as it changes, without asking again', async () => {
    await opened();
    act(() => stream().tell(row('sms', { state: 'confirmed' })));

    expect(await screen.findByText('已核实')).toBeTruthy();
    expect(screen.queryByText('已送出，核实中')).toBeNull();
  });

  it('adds a row that was not there', async () => {
    await opened();
    act(() => stream().tell(row('led', { state: 'expected' })));

    expect(await screen.findByText('等待接收')).toBeTruthy();
    expect(screen.getByText('已送出，核实中')).toBeTruthy();
  });

  it('stops to listen when it is left', async () => {
    await opened();
    show(<p>elsewhere</p>);

    expect(FakeStream.open.size).toBe(0);
  });
});
