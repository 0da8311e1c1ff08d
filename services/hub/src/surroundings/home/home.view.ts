import { z } from 'zod';
import type { Frozen } from '@towncrier/storage';

const place = z.object({
  at: z.string().meta({ description: 'A page of the console' }),
  id: z.string().nullable().meta({ description: 'The thing it is about; null for the page itself' }),
});

const item = z.object({
  key: z.string(),
  title: z.string(),
  words: z.string().meta({ description: 'Why it is here, e.g. the reason of a return' }),
  since: z
    .string()
    .nullable()
    .meta({ description: 'Since when it waits (ISO 8601); null for what waits for a day' }),
  tone: z.enum(['plain', 'soon', 'late']),
  to: place,
});
export type HomeItem = Frozen<z.infer<typeof item>>;

const section = z.object({
  key: z.string(),
  title: z.string(),
  nothing: z.string().meta({ description: 'What is said where nothing waits' }),
  items: z.array(item).max(10),
  total: z.int().nonnegative(),
  more: place.nullable(),
});
export type HomeSection = Frozen<z.infer<typeof section>>;

const light = z.object({
  of: z.enum(['column', 'body']),
  name: z.string(),
  shows: z.enum(['red', 'yellow', 'green']),
  words: z.string(),
});
export type Light = Frozen<z.infer<typeof light>>;

/** What waits for whoever asks. */
export const home = z
  .object({
    begin: z.array(z.object({ label: z.string(), look: z.enum(['primary', 'danger', 'plain']), to: place })),
    sections: z.array(section),
    lights: z.array(light).meta({ description: 'Of columns and bodies, the worst first; for supervisors' }),
    badges: z.array(z.object({ screen: z.string(), count: z.int().positive() })),
    waiting: z.int().nonnegative().meta({ description: 'How many things only this person can go on with' }),
  })
  .meta({ id: 'Home' });
export type Home = Frozen<z.infer<typeof home>>;
