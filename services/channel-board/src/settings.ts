import { z } from 'zod';

export const settings = z.object({
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe(
      'Address printed in the QR code of every sheet; it must stay the same for as long as sheets hang',
    ),
  BOARD_STAFF_TOKEN: z
    .string()
    .min(8)
    .max(200)
    .describe(
      'What staff show when they report a sheet as posted; one that begins with "twin-" means simulated staff',
    ),
  BOARD_TELEPHONE: z
    .string()
    .min(3)
    .max(40)
    .default('12345')
    .describe('Number a citizen calls when a sheet cannot be verified'),
});
export type BoardSettings = z.infer<typeof settings>;

export const isTwin = ({ BOARD_STAFF_TOKEN }: BoardSettings): boolean =>
  BOARD_STAFF_TOKEN.startsWith('twin-');
