import { z } from 'zod';
import file from './warning.hazards.json' with { type: 'json' };

const measures = z.string().min(1).max(2000);

const hazard = z.strictObject({
  name: z.string().min(1).max(60),
  hours: z.int().positive().max(240).meta({ description: 'How long a warning of it usually holds' }),
  measures: z
    .strictObject({ red: measures, orange: measures, yellow: measures, blue: measures })
    .meta({ description: 'What people are usually told to do, by level' }),
});
type Hazard = z.infer<typeof hazard>;

export const hazards: readonly Hazard[] = z.array(hazard).min(1).parse(file.hazards);

/** What there is to choose from. */
export const warningChoices = z
  .object({
    hazards: z.array(hazard),
    levels: z.array(
      z.object({
        level: z.enum(['red', 'orange', 'yellow', 'blue']),
        name: z.string(),
        paper: z.string(),
        ink: z.string(),
      }),
    ),
    areas: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'WarningChoices' });
export type WarningChoices = z.infer<typeof warningChoices>;
