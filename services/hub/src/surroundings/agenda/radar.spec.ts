import { ChinaCalendar } from '@towncrier/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestEntry } from './agenda.entries.ts';
import { radarOf, type Owed } from './radar.ts';

const today = '2026-11-23';
const calendar = new ChinaCalendar();
const owed = (body: string, dueOn: string): Owed => ({
  body,
  entry: requestEntry({ id: `R${dueOn}`, dueOn, stateTitle: '办理中' }, today),
});
const colour = (dueOn: string) => {
  const [body] = radarOf([owed('水务局', dueOn)], today, calendar).bodies;
  return [body?.duties[0]?.colour, body?.duties[0]?.left];
};

describe('what is owed', () => {
  it('is red once its day is over, yellow ten working days before, green until then', () => {
    expect(colour('2026-11-20')).toEqual(['red', -1]);
    expect(colour('2026-11-23')).toEqual(['yellow', 0]);
    expect(colour('2026-12-07')).toEqual(['yellow', 10]);
    expect(colour('2026-12-08')).toEqual(['green', 11]);
  });

  it('stands with whoever owes it, those with the most that is late first', () => {
    const { bodies, red, yellow, green } = radarOf(
      [
        owed('林业局', '2026-12-31'),
        owed('水务局', '2026-12-01'),
        owed('水务局', '2026-11-02'),
        owed('财政局', '2026-12-01'),
      ],
      today,
      calendar,
    );
    expect(bodies.map((b) => [b.name, b.red, b.yellow, b.green])).toEqual([
      ['水务局', 1, 1, 0],
      ['财政局', 0, 1, 0],
      ['林业局', 0, 0, 1],
    ]);
    expect(bodies[0]?.duties.map((d) => d.dueOn)).toEqual(['2026-11-02', '2026-12-01']);
    expect([red, yellow, green]).toEqual([1, 2, 1]);
  });

  it('is counted once, whatever is owed, and is red exactly when it is late', () => {
    const day = fc
      .integer({ min: -400, max: 60 })
      .map((n) => new Date(Date.parse(today) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('甲', '乙', '丙'), day), { maxLength: 30 }), (all) => {
        const seen = radarOf(
          all.map(([body, on]) => owed(body, on)),
          today,
          calendar,
        );
        expect(seen.red + seen.yellow + seen.green).toBe(all.length);
        const duties = seen.bodies.flatMap((b) => b.duties);
        expect(duties).toHaveLength(all.length);
        for (const d of duties) expect(d.colour === 'red').toBe(d.dueOn < today);
      }),
    );
  });
});
