import { z } from 'zod';

export const settings = z.object({
  LED_PLAYER_TOKEN: z
    .string()
    .min(8)
    .max(200)
    .describe('What players show when they report; one that begins with "twin-" means simulated screens'),
  LED_SHOW_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(7)
    .describe('How many days a notice without 公示期 stays on the screens'),
  LED_WITHDRAWAL_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(30)
    .describe('How many minutes a withdrawal is told where the notice was shown'),
});
export type LedSettings = z.infer<typeof settings>;

export const isTwin = ({ LED_PLAYER_TOKEN }: LedSettings): boolean => LED_PLAYER_TOKEN.startsWith('twin-');
