import { z } from 'zod';

/** What a screen shows of a publication; a withdrawal is shown for a while too. */
export const kind = z.enum(['notice', 'withdrawal']);

/** `url` is relative to the service; `ms`: how long the page stands. */
const page = z.object({ url: z.string(), sha256: z.string(), bytes: z.int(), ms: z.int() });

const item = z.object({
  notice: z.string(),
  edition: z.int(),
  kind,
  title: z.string(),
  /** The same words on one line. */
  text: z.string(),
  /** Routine 0, urgent 50: a fixed ladder, no free numbers. */
  priority: z.union([z.literal(0), z.literal(50)]),
  /** Shown from then, and not after `to`, even by a player that cannot reach us. */
  from: z.string(),
  to: z.string(),
  pages: z.array(page).min(1).readonly(),
});
export type PlaylistItem = Readonly<z.infer<typeof item>>;

/** What a player fetches. All times are ISO 8601, UTC. */
export const playlist = z.object({
  v: z.literal(1),
  screen: z.string(),
  rev: z.string(),
  /** When what it says last changed; a player refuses one that is older than the one it has (a replay). */
  issuedAt: z.string(),
  profile: z.object({ kind: z.enum(['strip', 'screen']), width: z.int(), height: z.int() }),
  items: z.array(item).readonly(),
});
export type Playlist = Readonly<z.infer<typeof playlist>>;
