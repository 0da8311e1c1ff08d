import { z } from 'zod';

const task = z.object({
  board: z.string(),
  boardTitle: z.string(),
  paper: z.string(),
  do: z.enum(['post', 'replace', 'remove', 'none']),
});
const sheet = z.object({
  publication: z.string(),
  edition: z.int(),
  state: z.string(),
  title: z.string(),
  issuer: z.string(),
  words: z.string(),
  scan: z.string(),
  papers: z.array(z.object({ paper: z.string(), sha256: z.string(), url: z.string() })),
  tasks: z.array(task),
});
export type Sheet = z.infer<typeof sheet>;
export type Task = z.infer<typeof task>;

/** What staff read at `/sheets.json`. */
export const sheetList = z.object({ sheets: z.array(sheet) });
/** What a scanned code answers. */
export const scanAnswer = z.object({ headline: z.string(), notes: z.array(z.string()) });
