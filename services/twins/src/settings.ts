import { serviceSettings } from '@towncrier/settings';
import { z } from 'zod';

export const twinsSettings = serviceSettings
  .pick({ PORT: true, HOST: true, TOWNCRIER_DATA: true, LOG_LEVEL: true })
  .extend({
    TOWNCRIER_SYSTEM: z
      .string()
      .describe(
        'Folder that holds the data of every service; a twin that is a folder finds its channel’s there',
      ),
    TOWNCRIER_PORT_BASE: z.coerce
      .number()
      .int()
      .default(8700)
      .describe('Base of all ports; a twin has its channel’s port plus 20'),
  });
