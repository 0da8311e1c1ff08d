import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';

export const postingReport = z.strictObject({
  publication: publicationId,
  board: z.string().min(1).max(40),
  edition: z.int().positive(),
  state: z.enum(['posted', 'removed']),
});
export const photoQuery = z.object({ board: z.string().min(1).max(40) });

/** What a code of ours names. */
export interface ReadCode {
  readonly publication: string;
  readonly edition: number;
}

/** Publication and edition out of the address in a code of ours; null for anybody else's. */
export function readCheckAddress(text: string, publicUrl: string): ReadCode | null {
  if (!text.startsWith(`${publicUrl}/q/`)) return null;
  const found = /^\/([0-9A-Z]{8})\?e=(\d{1,6})(?:&|$)/.exec(text.slice(`${publicUrl}/q`.length));
  return found === null ? null : { publication: found[1] as string, edition: Number(found[2]) };
}
