import { serviceSettings } from '@towncrier/settings';
import { z } from 'zod';

export const monitorSettings = serviceSettings.extend({
  MONITOR_TOKEN: z
    .string()
    .min(16, 'at least 16 characters; the hub uses the same')
    .describe('Secret shared with the hub, which is the only caller'),
});
