import type { ChinaCalendar } from '@towncrier/calendar';
import { z } from 'zod';
import { agendaEntry, type AgendaEntry } from './agenda.ts';

export const radarColours = { red: '已逾期', yellow: '临近期限', green: '未到提醒期' } as const;
const colour = z.enum(['red', 'yellow', 'green']);
type Colour = z.infer<typeof colour>;

/** So many working days before its last day something turns yellow. */
export const warnAt = 10;
/** So far ahead (days) the radar looks. */
export const horizon = 60;

/** Something owed, and what to do about it now. */
export const duty = agendaEntry
  .omit({ move: true, time: true, late: true, from: true, to: true })
  .extend({
    dueOn: z.iso.date(),
    colour,
    left: z.int().meta({ description: 'Working days until its last day; negative once it is over' }),
    act: z.string().meta({ description: 'What its link does, in words' }),
  })
  .meta({ id: 'Duty' });
export type Duty = z.infer<typeof duty>;

const counts = { red: z.int(), yellow: z.int(), green: z.int() };
export const radar = z
  .object({
    today: z.iso.date(),
    ...counts,
    bodies: z.array(z.object({ name: z.string(), ...counts, duties: z.array(duty) })),
    colours: z.array(z.object({ colour, title: z.string() })),
    warnAt: z.int(),
  })
  .meta({ id: 'Radar' });
export type Radar = z.infer<typeof radar>;

export interface Owed {
  readonly entry: AgendaEntry;
  /** Who owes it, by name. */
  readonly body: string;
}

const acts: Partial<Record<AgendaEntry['screen'], string>> = {
  write: '现在写',
  publication: '继续写',
  requests: '去答复',
};

/** Pure. What is owed, body by body, those with the most that is late first. */
export function radarOf(owed: readonly Owed[], today: string, calendar: ChinaCalendar): Radar {
  const byBody = Map.groupBy(
    owed.map(({ entry, body }) => ({ body, duty: dutyOf(entry, today, calendar) })),
    ({ body }) => body,
  );
  const bodies = [...byBody].map(([name, all]) => {
    const duties = all.map((one) => one.duty).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    return { name, ...counted(duties), duties };
  });
  return {
    today,
    ...counted(bodies.flatMap((body) => body.duties)),
    bodies: bodies.toSorted(
      (a, b) => b.red - a.red || b.yellow - a.yellow || a.name.localeCompare(b.name, 'zh-CN'),
    ),
    colours: (['red', 'yellow', 'green'] as const).map((one) => ({ colour: one, title: radarColours[one] })),
    warnAt,
  };
}

function dutyOf(entry: AgendaEntry, today: string, calendar: ChinaCalendar): Duty {
  const { move: _move, time: _time, late: _late, from: _from, to: dueOn, ...rest } = entry;
  const left =
    dueOn < today ? -calendar.workingDaysBetween(dueOn, today) : calendar.workingDaysBetween(today, dueOn);
  const tone: Colour = dueOn < today ? 'red' : left <= warnAt ? 'yellow' : 'green';
  return { ...rest, dueOn, colour: tone, left, act: acts[entry.screen] ?? '查看' };
}

const counted = (duties: readonly Duty[]): Record<Colour, number> => ({
  red: duties.filter((d) => d.colour === 'red').length,
  yellow: duties.filter((d) => d.colour === 'yellow').length,
  green: duties.filter((d) => d.colour === 'green').length,
});
