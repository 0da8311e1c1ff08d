import { hashBytes } from '@towncrier/content';
import { z } from 'zod';

const answer = z.object({
  state: z.enum(['in-force', 'superseded', 'withdrawn', 'unknown']),
  edition: z.int().optional(),
  papers: z.array(z.object({ paper: z.string(), url: z.string() })).default([]),
});
export type PublicAnswer = z.infer<typeof answer>;

/** What a citizen's phone and a print shop get at the public address. */
export class BoardClient {
  constructor(private readonly publicUrl: string) {}

  async ask(publication: string, signal: AbortSignal): Promise<PublicAnswer> {
    const response = await fetch(`${this.publicUrl}/q/${publication}.json`, { signal });
    return answer.parse(await response.json());
  }

  /** SHA-256 of the PDF as it is delivered; null when it is not there. */
  async sheetHash(url: string, signal: AbortSignal): Promise<string | null> {
    const response = await fetch(new URL(url, this.publicUrl), { signal });
    return response.ok ? hashBytes(new Uint8Array(await response.arrayBuffer())) : null;
  }
}
