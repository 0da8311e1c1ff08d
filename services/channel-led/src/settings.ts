import { z } from 'zod';

/** `strip`: one colour, dots; `cell` dots per line. `screen`: full colour, pixels. */
const screen = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  title: z.string().min(1).max(40),
  kind: z.enum(['strip', 'screen']),
  width: z.int().min(64).max(7680),
  height: z.int().min(16).max(4320),
  cell: z.union([z.literal(16), z.literal(32), z.literal(48), z.literal(64)]).default(16),
});
export type Screen = z.infer<typeof screen>;

const defaultScreens: readonly z.input<typeof screen>[] = [
  { id: 'strip-station', title: '客运站条屏', kind: 'strip', width: 384, height: 64 },
  { id: 'screen-hall', title: '政务大厅屏', kind: 'screen', width: 1920, height: 1080 },
];

const screens = z
  .array(screen)
  .min(1)
  .max(2000)
  .refine((list) => new Set(list.map((s) => s.id)).size === list.length, 'two screens have the same id')
  .refine(
    (list) => list.every((s) => s.kind === 'screen' || (s.width >= 12 * s.cell && s.height >= s.cell)),
    'a strip needs at least one line of twelve characters',
  );

export const settings = z.object({
  SCREENS: z
    .string()
    .default(JSON.stringify(defaultScreens))
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue('is no JSON');
        return z.NEVER;
      }
    })
    .pipe(screens)
    .describe('The screens, as JSON: [{"id","title","kind":"strip|screen","width","height","cell"?}]'),
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
