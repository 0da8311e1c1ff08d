import { z } from 'zod';

export const settings = z.object({
  SITE_ROOT: z.string().describe('Document root: the folder that the web server serves'),
  SITE_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Address under which the public reaches the document root'),
  SITE_NAME: z.string().default('开远市人民政府').describe('SiteName of the government meta tags'),
  SITE_ID_CODE: z.string().default('5325020001').describe('SiteIDCode: 网站标识码'),
  SITE_COLUMN: z.string().default('通知公告').describe('ColumnName of the column that carries the notices'),
});
export type SiteSettings = z.infer<typeof settings>;
