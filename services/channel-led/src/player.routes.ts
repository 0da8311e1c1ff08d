import { sameSecret } from '@towncrier/secrets';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { buildPlaylist } from './playlist.ts';
import type { PlaylistSigner } from './playlist.signer.ts';
import { beatRequest, playsRequest } from './player.requests.ts';
import type { ScreenStore } from './screen.store.ts';
import type { Screen, ScreenTurn } from './screen.turn.ts';
import type { LedSettings } from './settings.ts';

export interface PlayerApi {
  readonly settings: LedSettings;
  readonly clock: () => Date;
  readonly screens: ScreenStore;
  readonly turn: ScreenTurn;
  readonly signer: PlaylistSigner;
  readonly sighted: (key: string) => void;
}

/**
 * What players speak: they fetch, verify, show, report. Everything shown is public; only reports need the
 * players' token.
 */
export function mountPlayerApi(http: FastifyInstance, api: PlayerApi): void {
  const { turn, signer } = api;
  http.get('/player/v1/screens', async () => ({
    screens: (await turn.all()).map(({ id, title, shape: { kind, width, height } }) => ({
      id,
      title,
      kind,
      width,
      height,
    })),
  }));
  http.get('/player/v1/key', () => ({ alg: 'Ed25519', spki: signer.publicKey }));
  mountPlaylist(http, api);
  mountPages(http, api);
  mountPlays(http, api);
  mountHeartbeat(http, api);
}

function mountPlaylist(http: FastifyInstance, { clock, turn, signer }: PlayerApi): void {
  http.get('/player/v1/playlist', async (request, reply) => {
    const screen = await screenOf(turn, (request.query as { screen?: unknown }).screen);
    if (screen === null) return noScreen(reply);
    const { entries, changedAt } = await turn.standing(screen, clock().toISOString());
    const playlist = buildPlaylist(screen, entries, changedAt);
    const etag = `"${playlist.rev}"`;
    void reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const body = JSON.stringify(playlist);
    return reply
      .header('x-towncrier-signature', signer.sign(body))
      .type('application/json; charset=utf-8')
      .send(body);
  });
}

function mountPages(http: FastifyInstance, { screens, clock }: PlayerApi): void {
  http.get('/player/v1/pages/:file', async (request, reply) => {
    const sha256 = /^([0-9a-f]{64})\.png$/.exec((request.params as { file: string }).file)?.[1];
    const png = sha256 === undefined ? null : await screens.page(sha256, clock().toISOString());
    if (png === null) return reply.code(404).send({ error: 'no such page' });
    // Players keep what they verified; nobody between serves a page that has ended.
    return reply.type('image/png').header('cache-control', 'no-store').send(png);
  });
}

function mountPlays(http: FastifyInstance, { settings, clock, screens, turn, sighted }: PlayerApi): void {
  http.post('/player/v1/plays', async (request, reply) => {
    const told = await toldBy(request, reply, { settings, turn }, playsRequest);
    if (told === null) return reply;
    let fresh = 0;
    for (const play of told.plays)
      if (await screens.played(told.screen, play, clock().toISOString())) fresh += 1;
    for (const notice of new Set(told.plays.map((play) => play.notice))) {
      const entry = await screens.entry(notice);
      if (entry !== null) sighted(entry.key);
    }
    return { accepted: told.plays.length, fresh };
  });
}

function mountHeartbeat(http: FastifyInstance, { settings, clock, screens, turn }: PlayerApi): void {
  http.post('/player/v1/heartbeat', async (request, reply) => {
    const told = await toldBy(request, reply, { settings, turn }, beatRequest);
    if (told === null) return reply;
    const now = clock().toISOString();
    await screens.beat(told, now);
    return { serverTime: now };
  });
}

const screenOf = async (turn: ScreenTurn, id: unknown): Promise<Screen | null> =>
  typeof id === 'string' ? turn.screen(id) : null;

/** What a player reports. @returns null when it was refused, with the answer given */
async function toldBy<T extends { readonly screen: string }>(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings, turn }: Pick<PlayerApi, 'settings' | 'turn'>,
  schema: ZodType<T>,
): Promise<T | null> {
  const refused = (answer: FastifyReply): null => {
    void answer;
    return null;
  };
  if (!trusted(request, settings.LED_PLAYER_TOKEN)) return refused(denied(reply));
  const told = schema.safeParse(request.body);
  if (!told.success) {
    const error = told.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ');
    return refused(reply.code(400).send({ error }));
  }
  return (await turn.screen(told.data.screen)) === null ? refused(noScreen(reply)) : told.data;
}

const noScreen = (reply: FastifyReply): FastifyReply => reply.code(404).send({ error: 'no such screen' });
const denied = (reply: FastifyReply): FastifyReply =>
  reply
    .code(401)
    .header('www-authenticate', 'Bearer')
    .send({ error: 'reports need the token of the players' });

function trusted(request: FastifyRequest, token: string): boolean {
  return sameSecret(request.headers.authorization ?? '', `Bearer ${token}`);
}
