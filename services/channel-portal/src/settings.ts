import { z } from 'zod';

export const settings = z.object({
  PORTAL_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Address of this service as phones at the venues reach it'),
  PORTAL_SITE_NAME: z.string().default('开远市人民政府').describe('Whose Wi-Fi it is'),
});
export type PortalSettings = z.infer<typeof settings>;

export const isTwin = ({ PORTAL_URL }: PortalSettings): boolean =>
  ['127.0.0.1', 'localhost'].includes(new URL(PORTAL_URL).hostname);
