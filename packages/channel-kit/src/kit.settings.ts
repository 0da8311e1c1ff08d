import { quietHours } from '@towncrier/contracts';
import { serviceSettings } from '@towncrier/settings';
import { z } from 'zod';

/** What every channel reads beside the settings of its own far end. */
export const kitSettings = serviceSettings.extend({
  TARGET_KEY_FILE: z
    .string()
    .optional()
    .describe(
      'File with the keys to the secrets of its targets, made at the first start; keep a copy of it apart from the data. `keys/channel-<id>.key` below `TOWNCRIER_DATA` by default',
    ),
  QUIET_HOURS: z
    .string()
    .regex(/^(\d\d:\d\d-\d\d:\d\d)?$/)
    .default('')
    .transform((text) => {
      const [from, to] = text.split('-');
      return from === undefined || to === undefined ? null : quietHours.parse({ from, to });
    })
    .describe(
      'Hours in which normal notices wait, e.g. `22:00-07:00` (China); urgent ones and withdrawals do not wait. None by default',
    ),
});
