import { calendarYear } from '@towncrier/calendar';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';

const calendarDoc = calendarYear.extend({ _id: z.string(), version: z.int(), ...auditedFields });
export type CalendarDoc = Frozen<z.infer<typeof calendarDoc>>;
/** Years that somebody entered from the State Council's announcement; `_id` is the year. */
export const calendarDocs: CollectionSpec<CalendarDoc> = {
  name: 'calendar_years',
  schemaVersion: 1,
  schema: calendarDoc,
  indexes: [['year'], ['unauditedAt']],
};
