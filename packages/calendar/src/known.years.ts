import { z } from 'zod';
import { calendarYear, type CalendarYear } from './calendar.year.ts';
import y2017 from './years/2017.json' with { type: 'json' };
import y2018 from './years/2018.json' with { type: 'json' };
import y2024 from './years/2024.json' with { type: 'json' };
import y2025 from './years/2025.json' with { type: 'json' };
import y2026 from './years/2026.json' with { type: 'json' };

/** The years this house ships. Others are added by whoever runs it, once they are announced. */
export const knownYears: readonly CalendarYear[] = z
  .array(calendarYear)
  .parse([y2017, y2018, y2024, y2025, y2026]);
