import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import { FakeStream, theStream } from '../testing/fake.stream.ts';
import { act, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { useSession } from '../session/session.ts';
import { useLive, useStream } from './live.ts';

function Page() {
  useStream();
  const session = useSession();
  const channels = useQuery({
    queryKey: ['channels'],
    queryFn: () => answerOf(hub.GET('/api/v1/channels')),
    ...useLive('channels'),
  });
  const board = useQuery({
    queryKey: ['board'],
    queryFn: () =>
      answerOf(hub.GET('/api/v1/monitor/publications/{id}', { params: { path: { id: '7K3QZP4M' } } })),
    ...useLive('deliveries', '7K3QZP4M'),
  });
  return <p>{[session, channels, board].every((q) => q.isSuccess) ? '齐了' : '等着'}</p>;
}

const opened = async () => {
  const town = hubFor('editor').on('get', '/api/v1/monitor/publications/{id}', {
    publication: '7K3QZP4M',
    rows: [],
    complete: false,
  });
  show(<Page />);
  act(() => theStream().begin());
  await vi.waitFor(() => expect(screen.getByText('齐了')).toBeTruthy());
  // what was asked before the stream began is asked once more
  await pass(1000);
  town.sent.length = 0;
  return town;
};
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const minute = 60_000;
/** The hub beats every fifteen seconds. */
const beating = async (ms: number) => {
  for (let gone = 0; gone < ms; gone += 15_000) {
    act(() => void theStream().dispatchEvent(new MessageEvent('beat', { lastEventId: 'hub:9' })));
    await pass(15_000);
  }
};

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

describe('while the hub is heard', () => {
  it('a page asks nothing by itself', async () => {
    const town = await opened();
    await beating(5 * minute);

    expect(town.sent).toEqual([]);
  });

  it('a page asks for what changed, once for many changes, and for nothing else', async () => {
    const town = await opened();
    act(() => {
      for (let n = 0; n < 20; n += 1) theStream().tell({ kind: 'channels' });
      theStream().tell({ kind: 'warnings', id: 'x' });
      theStream().tell({ kind: 'deliveries', id: 'ANOTHER1' });
    });
    await pass(1000);
    expect(town.sent.map((s) => s.path)).toEqual(['/api/v1/channels']);
    act(() => theStream().tell({ kind: 'deliveries', id: '7K3QZP4M' }));
    await pass(1000);

    expect(town.sent.map((s) => s.path)).toEqual([
      '/api/v1/channels',
      '/api/v1/monitor/publications/7K3QZP4M',
    ]);
  });

  it('a page asks again for everything that changes when something was missed', async () => {
    const town = await opened();
    act(() => theStream().begin(true));
    await pass(1000);

    expect(town.sent.map((s) => s.path).toSorted()).toEqual([
      '/api/v1/channels',
      '/api/v1/monitor/publications/7K3QZP4M',
    ]);
  });

  it('a page that nobody looks at asks nothing before somebody looks', async () => {
    const town = await opened();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => theStream().tell({ kind: 'channels' }));
    await pass(1000);
    expect(town.sent).toEqual([]);
    hidden.mockRestore();
    state.mockRestore();
    act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await pass(1000);

    expect(town.sent.map((s) => s.path)).toContain('/api/v1/channels');
  });
});

describe('while the hub is not heard', () => {
  it('a page asks from time to time: each thing twice a minute', async () => {
    const town = await opened();
    act(() => theStream().fail('broken'));
    await pass(minute);

    const asked = town.sent.filter((s) => s.path === '/api/v1/channels');
    expect(asked).toHaveLength(2);
  });

  it('a page that was refused asks whether the session is over, and tries again with the last it heard', async () => {
    const town = await opened();
    act(() => theStream().fail('refused'));
    await pass(1000);
    expect(town.sent.map((s) => s.path)).toContain('/api/v1/session');
    expect(FakeStream.open).toEqual([]);
    await pass(30_000);

    expect(theStream().url).toBe('/api/v1/stream?after=hub%3A1');
  });

  it('a stream without a beat is not believed in', async () => {
    await opened();
    const silent = theStream();
    await pass(minute);

    await waitFor(() => expect(theStream()).not.toBe(silent));
  });
});

it('nothing is heard any more when the page is left', async () => {
  await opened();
  show(<p>elsewhere</p>);

  expect(FakeStream.open).toEqual([]);
});
