import { publicationId, sha256 } from '@towncrier/contracts';
import { z } from 'zod';
import { kind } from './playlist.format.ts';

const screen = z.string().min(1).max(40);

/**
 * One complete showing, with the pages the player verified. Sent again under the same `uuid` until it is
 * answered.
 */
const played = z.object({
  uuid: z.uuid(),
  notice: publicationId,
  edition: z.int().positive(),
  kind,
  pages: z.array(sha256).min(1).max(20),
  start: z.iso.datetime(),
  ms: z.int().nonnegative(),
  source: z.enum(['live', 'backfill']).default('live'),
});
export type Played = z.infer<typeof played>;
export const playsRequest = z.object({ screen, plays: z.array(played).max(200) });
/** As a player sends them. */
export type Play = z.input<typeof played>;
export type Plays = z.input<typeof playsRequest>;

/** What a player has in turn right now. */
export const beatRequest = z.object({
  screen,
  rev: z.string().max(64),
  items: z.array(z.object({ notice: publicationId, edition: z.int().positive(), kind })).max(500),
  clock: z.iso.datetime(),
});
export type Beat = z.infer<typeof beatRequest>;
