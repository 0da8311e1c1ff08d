import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeStream, theStream } from '../testing/fake.stream.ts';
import type { Heard } from './held.stream.ts';
import { shareStream } from './shared.stream.ts';

/** Locks as browsers have them: one holder at a time, the others in a row; whoever leaves the row is refused. */
class Locks {
  private last: Promise<unknown> = Promise.resolve();
  request(_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
    const turn = this.last.then(() => {
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      return hold();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
const close: (() => void)[] = [];
const tab = () => {
  const heard: Heard[] = [];
  const leave = shareStream((h) => heard.push(h));
  close.push(leave);
  return { heard, leave };
};
const is = (heard: readonly Heard[]) => heard.map((h) => h.is);
const withLocks = (locks: Locks | undefined) =>
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });

afterEach(() => {
  for (const leave of close.splice(0)) leave();
  Reflect.deleteProperty(navigator, 'locks');
});

describe('the tabs of a browser', () => {
  beforeEach(() => void withLocks(new Locks()));

  it('have one stream between them, and all of them hear it', async () => {
    const [first, second] = [tab(), tab()];
    await vi.waitFor(() => theStream());
    theStream().begin();
    theStream().tell({ kind: 'channels' });

    await vi.waitFor(() => expect(is(second.heard)).toEqual(['live', 'missed', 'changed']));
    expect(is(first.heard)).toEqual(['live', 'missed', 'changed']);
    expect(FakeStream.open).toHaveLength(1);
  });

  it('tell a new one among them that the hub is heard', async () => {
    tab();
    await vi.waitFor(() => theStream());
    theStream().begin();
    const late = tab();

    await vi.waitFor(() => expect(is(late.heard)).toEqual(['live']));
  });

  it('hand it on when the one that holds it is closed, and miss nothing', async () => {
    const [first, second] = [tab(), tab()];
    await vi.waitFor(() => theStream());
    theStream().begin();
    theStream().tell({ kind: 'channels' });
    await vi.waitFor(() => expect(is(second.heard)).toContain('changed'));
    first.leave();
    await vi.waitFor(() => expect(theStream().url).toBe('/api/v1/stream?after=hub%3A2'));
    theStream().begin(true);

    expect(is(second.heard).at(-1)).toBe('missed');
  });
});

describe('a tab in a browser without locks', () => {
  it('has a stream of its own while it is looked at, and goes on where it was', () => {
    const { heard } = tab();
    theStream().begin();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeStream.open).toEqual([]);
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));

    expect(theStream().url).toBe('/api/v1/stream?after=hub%3A1');
    expect(is(heard)).toEqual(['live', 'missed']);
  });
});
