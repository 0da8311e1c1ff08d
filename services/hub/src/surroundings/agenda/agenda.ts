import { z } from 'zod';
import { step } from '../../access/steps/step.ts';

export const agendaKinds = {
  release: '定时发布',
  planned: '拟定时发布',
  notice: '公示或征集期',
  ending: '到期失效',
  due: '应当公开',
  obligation: '定期公开',
  request: '依申请答复',
} as const;
export type AgendaKind = keyof typeof agendaKinds;
const agendaKind = z.enum(Object.keys(agendaKinds) as [AgendaKind, ...AgendaKind[]]);

const move = z.object({
  publication: z.string(),
  version: z.int().positive(),
  publishAt: z.string(),
  step,
  price: z.string().nullable().meta({ description: 'What moving it costs, in words' }),
});

/** Something that has its day, or its days, and the page where it stands. Days are civil dates in China. */
export const agendaEntry = z
  .object({
    key: z.string(),
    kind: agendaKind,
    kindTitle: z.string(),
    title: z.string(),
    hint: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    time: z.string().nullable().meta({ description: 'By the clock in China, `HH:mm`' }),
    late: z.boolean().meta({ description: 'Its last day is over, and it is still owed' }),
    screen: z.string(),
    id: z.string().nullable(),
    said: z.record(z.string(), z.string()),
    move: move.nullable().meta({ description: 'Null for what nobody moves, or not this person' }),
  })
  .meta({ id: 'AgendaEntry' });
export type AgendaEntry = z.infer<typeof agendaEntry>;

/** `off`: no work, and why; `worked`: a weekend day that is worked (调休). */
export const agendaDay = z.object({
  on: z.iso.date(),
  off: z.string().nullable(),
  worked: z.string().nullable(),
  known: z.boolean().meta({ description: 'Its year is announced' }),
});
export type AgendaDay = z.infer<typeof agendaDay>;

export const agenda = z
  .object({ today: z.iso.date(), days: z.array(agendaDay), entries: z.array(agendaEntry) })
  .meta({ id: 'Agenda' });
export type Agenda = z.infer<typeof agenda>;

/** Longest stretch (days) that is answered: six weeks, as a month is drawn. */
export const longestStretch = 42;
export const agendaQuery = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
