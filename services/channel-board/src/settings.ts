import { z } from 'zod';

const board = z.strictObject({
  id: z.string().regex(/^B[0-9]{3,6}$/, 'B and three to six digits'),
  title: z.string().min(1).max(40),
  paper: z.enum(['A3', 'A4']),
});
export type Board = z.infer<typeof board>;

const defaultBoards: readonly Board[] = [
  { id: 'B001', title: '灵泉街道公示栏', paper: 'A3' },
  { id: 'B002', title: '小龙潭镇公示栏', paper: 'A4' },
];

const boards = z
  .array(board)
  .min(1)
  .max(2000)
  .refine((list) => new Set(list.map((b) => b.id)).size === list.length, 'two boards have the same id');

export const settings = z.object({
  BOARDS: z
    .string()
    .default(JSON.stringify(defaultBoards))
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue('is no JSON');
        return z.NEVER;
      }
    })
    .pipe(boards)
    .describe('The notice boards, as JSON: [{"id":"B001","title","paper":"A3|A4"}]'),
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
