import { z } from 'zod';

/** One place with free Wi-Fi; `gateway` is the id as the gateway sends it (gw_id, nasid …). */
export const venue = z.object({
  gateway: z.string().regex(/^[A-Za-z0-9-]{2,40}$/),
  title: z.string().min(1),
  area: z.string().min(1),
});
export type Venue = z.infer<typeof venue>;

const threeVenues: readonly Venue[] = [
  { gateway: 'bus-station-1', title: '汽车客运站', area: '灵泉街道' },
  { gateway: 'library-1', title: '市图书馆', area: '乐白道街道' },
  { gateway: 'service-hall-1', title: '政务服务大厅', area: '灵泉街道' },
];

/** A gateway nobody registered: its visitors see the notices, under no venue's name. */
export const elsewhere: Venue = { gateway: 'other', title: '公共场所', area: '全市' };

export const settings = z.object({
  PORTAL_VENUES: z
    .string()
    .default(JSON.stringify(threeVenues))
    .describe('Places with free Wi-Fi as a JSON array of {gateway, title, area}')
    .transform((text, ctx) => {
      try {
        return z.array(venue).min(1).parse(JSON.parse(text));
      } catch (error) {
        const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
        ctx.addIssue({ code: 'custom', message: `is not a list of venues: ${why}` });
        return z.NEVER;
      }
    }),
  PORTAL_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Address of this service as phones at the venues reach it'),
  PORTAL_SITE_NAME: z.string().default('开远市人民政府').describe('Whose Wi-Fi it is'),
});
export type PortalSettings = z.infer<typeof settings>;
