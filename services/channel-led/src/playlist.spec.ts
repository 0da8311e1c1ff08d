import { describe, expect, it } from 'vitest';
import type { Entry } from './led.documents.ts';
import { buildPlaylist } from './playlist.ts';
import type { Screen } from './screen.turn.ts';
import { showUntil } from './show.period.ts';

const screen: Pick<Screen, 'id' | 'shape' | 'form'> = {
  id: 'strip-station',
  shape: { kind: 'strip', width: 384, height: 64, cell: 16, drawing: 2, code: false },
  form: 'strip 384x64/16 v2',
};
const page = { sha256: 'a'.repeat(64), ms: 4000, bytes: 900 };
const entry = (over: Partial<Entry>): Entry => ({
  _id: '7K3QZP4M',
  version: 1,
  edition: 1,
  kind: 'notice',
  title: '停水',
  key: 'k',
  urgent: false,
  from: '2026-11-23T01:00:00.000Z',
  to: '2026-11-30T01:00:00.000Z',
  changedAt: '2026-11-23T01:00:00.000Z',
  hash: 'h',
  of: 'k',
  also: [],
  forms: [{ form: 'strip 384x64/16', text: '停水', pages: [page] }],
  ...over,
});

describe('a playlist', () => {
  it('shows what is urgent first, then the newest', () => {
    const entries = [
      entry({ _id: '00000001' }),
      entry({ _id: '00000002', from: '2026-11-23T02:00:00.000Z' }),
      entry({ _id: '00000003', urgent: true }),
    ];
    expect(buildPlaylist(screen, entries, 'now').items.map((item) => item.notice)).toEqual([
      '00000003',
      '00000002',
      '00000001',
    ]);
  });

  it('never leaves out what is urgent, however much is in force; the oldest go', () => {
    const routine = Array.from({ length: 300 }, (_, n) =>
      entry({
        _id: `R${String(n).padStart(7, '0')}`,
        from: new Date(Date.UTC(2026, 10, 23, 2, n)).toISOString(),
      }),
    );
    const fire = entry({ _id: 'FIRE0000', urgent: true, from: '2026-11-20T01:00:00.000Z' });
    const { items } = buildPlaylist(screen, [...routine, fire], 'now');
    expect(items).toHaveLength(200);
    expect(items[0]?.notice).toBe('FIRE0000');
    expect(items.map(({ notice }) => notice)).not.toContain('R0000000');
  });

  it('holds only what was drawn for screens of that form', () => {
    const shape = { ...screen.shape, kind: 'screen' as const, width: 1080, height: 1920 };
    const portrait = { ...screen, shape, form: 'screen 1080x1920/16 v2' };
    expect(buildPlaylist(portrait, [entry({})], 'now').items).toEqual([]);
  });

  it('holds what was approved in the former drawing until there are pages of its own form', () => {
    const of = (form: string) => ({ form, text: form, pages: [page] });
    const today = { ...screen, shape: { ...screen.shape, drawing: 3 as const }, form: 'strip 384x64/16 v3' };
    const textsOf = (...forms: readonly string[]) =>
      buildPlaylist(today, [entry({ forms: forms.map(of) })], 'now').items.map(({ text }) => text);
    expect(textsOf('strip 384x64/16 v2')).toEqual(['strip 384x64/16 v2']);
    expect(textsOf('strip 384x64/16 v2', 'strip 384x64/16 v3')).toEqual(['strip 384x64/16 v3']);
  });

  it('holds what was approved before pages were drawn otherwise, until there are pages of its own form', () => {
    const [before, now] = ['strip 384x64/16', 'strip 384x64/16 v2'].map((form) => ({
      form,
      text: form,
      pages: [page],
    }));
    const textsOf = (forms: Entry['forms']) =>
      buildPlaylist(screen, [entry({ forms })], 'now').items.map(({ text }) => text);
    expect(textsOf([before].filter((one) => one !== undefined))).toEqual(['strip 384x64/16']);
    expect(textsOf([before, now].filter((one) => one !== undefined))).toEqual(['strip 384x64/16 v2']);
  });

  it('holds what was drawn for that very screen when forms had no names yet', () => {
    const before = entry({ forms: [{ form: 'strip-station', text: '停水', pages: [page] }] });
    expect(buildPlaylist(screen, [before], 'now').items).toHaveLength(1);
    expect(buildPlaylist({ ...screen, id: 'elsewhere' }, [before], 'now').items).toEqual([]);
  });

  it('keeps its revision while nothing changes, and gets a new one with every change', () => {
    const rev = (entries: readonly Entry[], at = 'now') => buildPlaylist(screen, entries, at).rev;
    expect(rev([entry({})])).toBe(rev([entry({})]));
    expect(
      new Set([
        rev([]),
        rev([entry({})]),
        rev([entry({ edition: 2 })]),
        rev([entry({ kind: 'withdrawal' })]),
        rev([entry({})], 'later'),
      ]).size,
    ).toBe(5);
  });
});

describe('how long a notice is shown', () => {
  const released = '2026-11-23T01:00:00.000Z';

  it('is to the end of the last day of its 公示期 in China', () => {
    expect(showUntil('2026-12-01', released, 7)).toBe('2026-12-01T16:00:00.000Z');
  });

  it('is some days without a 公示期, or when that was over before it came', () => {
    expect(showUntil(null, released, 7)).toBe('2026-11-30T01:00:00.000Z');
    expect(showUntil('2026-11-01', released, 7)).toBe('2026-11-30T01:00:00.000Z');
  });
});
