import { describe, expect, it } from 'vitest';
import type { PlaylistItem } from '../src/playlist.format.ts';
import { changeOf, clockIsSane, dueOf, firstTurn, nextOf, withNews, type Turn } from './turn.ts';

const item = (notice: string, over: Partial<PlaylistItem> = {}): PlaylistItem => ({
  notice,
  edition: 1,
  kind: 'notice',
  title: notice,
  text: notice,
  priority: 0,
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-30T01:00:00.000Z',
  pages: [{ url: '/a.png', sha256: 'a', bytes: 1, ms: 3000 }],
  ...over,
});
const urgent = (notice: string): PlaylistItem => item(notice, { priority: 50 });

/** What a screen shows in `count` turns. */
function shown(due: readonly PlaylistItem[], count: number, fresh: readonly PlaylistItem[] = []): string[] {
  const names: string[] = [];
  let turn: Turn = { ...firstTurn, fresh };
  for (let i = 0; i < count; i += 1) {
    const next = nextOf(due, turn);
    turn = next.turn;
    names.push(next.showing?.item.notice ?? '-');
  }
  return names;
}

describe('the turn of a screen', () => {
  it('goes round and begins again', () => {
    expect(shown([item('a'), item('b')], 5)).toEqual(['a', 'b', 'a', 'b', 'a']);
  });

  it('begins every round with what is urgent', () => {
    expect(shown([item('a'), urgent('火'), item('b')], 6)).toEqual(['火', 'a', 'b', '火', 'a', 'b']);
  });

  it('is only what is urgent when there is nothing else', () => {
    expect(shown([urgent('水'), urgent('火')], 3)).toEqual(['水', '火', '水']);
  });

  it('shows a new item at once, whole, and then goes on where it was', () => {
    const [a, b] = [item('a'), item('b')];
    const c = item('c', {
      pages: [1, 2, 3, 4].map((n) => ({ url: '', sha256: `c${n}`, bytes: 1, ms: 90_000 })),
    });
    const { turn } = nextOf([a, b], firstTurn);
    const first = nextOf([a, b, c], withNews(turn, [c]));
    expect(first.showing).toEqual({ item: c, pages: c.pages });
    expect(nextOf([a, b, c], first.turn).showing?.item).toBe(b);
  });

  it('begins the round again when something urgent came', () => {
    const [a, b, fire] = [item('a'), item('b'), urgent('火')];
    const { turn } = nextOf([a, b], firstTurn);
    const first = nextOf([a, b, fire], withNews(turn, [fire]));
    expect(first.showing?.item).toBe(fire);
    expect(nextOf([a, b, fire], first.turn).showing?.item).toBe(fire);
  });

  it('leaves out of the round what is over, or withdrawn, since it began', () => {
    const [a, b] = [item('a'), item('b')];
    const { turn } = nextOf([a, b], firstTurn);
    expect(nextOf([a], turn).showing?.item).toBe(a);
  });

  it('forgets a new item whose time was over before it was shown', () => {
    expect(shown([item('a')], 2, [item('late')])).toEqual(['a', 'a']);
  });

  it('shows nothing when nothing is due', () => {
    expect(shown([], 2)).toEqual(['-', '-']);
  });
});

describe('what is due', () => {
  it('begins at `from` and ends before `to`, whoever can be reached', () => {
    const at = (instant: string): number => dueOf([item('a')], new Date(instant)).length;
    expect(at('2026-11-23T00:59:59.999Z')).toBe(0);
    expect(at('2026-11-23T01:00:00.000Z')).toBe(1);
    expect(at('2026-11-30T00:59:59.999Z')).toBe(1);
    expect(at('2026-11-30T01:00:00.000Z')).toBe(0);
  });

  it('cannot be told by a clock from more than five minutes before the playlist', () => {
    const playlist = { issuedAt: '2026-11-23T01:00:00.000Z' };
    expect(clockIsSane(playlist, new Date('2026-11-23T00:55:00.001Z'))).toBe(true);
    expect(clockIsSane(playlist, new Date('2026-11-23T00:55:00.000Z'))).toBe(false);
  });
});

describe('a new playlist', () => {
  it('brings a correction as a new item, in the place of the one before', () => {
    const corrected = item('a', { edition: 2 });
    expect(changeOf([item('a')], [corrected])).toEqual({ added: [corrected], gone: true });
  });

  it('brings a withdrawal as a new item', () => {
    const withdrawn = item('a', { kind: 'withdrawal' });
    expect(changeOf([item('a')], [withdrawn])).toEqual({ added: [withdrawn], gone: true });
  });

  it('that says the same changes nothing', () => {
    expect(changeOf([item('a'), item('b')], [item('b'), item('a')])).toEqual({ added: [], gone: false });
  });
});
