import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Shelf } from './cards.ts';
import type { Impressions } from './impressions.ts';
import { listedOn, loginPage, noticePage, onlinePage } from './login.page.ts';
import type { PortalSettings, Venue } from './settings.ts';

export interface PortalParts { readonly settings: PortalSettings; readonly shelf: Shelf; readonly impressions: Impressions }

const arrival = z.object({ gw: z.string().max(60).optional() });
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const page = 'text/html; charset=utf-8';

/**
 * What phones see. Which venue it is comes from the gateway registry; nothing else of the redirect is believed,
 * because everything in it can be written by the visitor.
 */
export function mountPortal(http: FastifyInstance, { settings, shelf, impressions }: PortalParts): void {
  const venueOf = (raw: unknown): Venue => {
    const asked = arrival.safeParse(raw);
    return settings.PORTAL_VENUES.find((v) => asked.success && v.gateway === asked.data.gw) ?? (settings.PORTAL_VENUES[0] as Venue);
  };
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))));

  http.get('/', async (_request, reply) => reply.redirect('/portal/'));
  http.get('/portal/', async (request, reply) => {
    const at = venueOf(request.query);
    const shown = shelf.shown();
    return reply.type(page).header('cache-control', 'no-store').send(loginPage(settings, at, shown, impressions.ticket(at.gateway, listedOn(shown))));
  });
  http.get('/portal/notices.json', (request) => {
    const at = venueOf(request.query);
    return { venue: at.gateway, notices: shelf.shown().map((c) => ({ publication: c._id, edition: c.edition, hash: c.hash, title: c.face.title, badge: c.face.badge, url: `${settings.PORTAL_URL}/portal/notice/${c._id}` })) };
  });
  http.get<{ Params: { id: string } }>('/portal/notice/:id', async (request, reply) => {
    const found = shelf.find(request.params.id);
    const gateway = venueOf(request.query).gateway;
    return found === undefined ? reply.code(404).type(page).send('<!doctype html><meta charset="utf-8"><p>该通知已不再展示。</p>') : reply.type(page).send(noticePage(found, gateway));
  });
  http.get<{ Params: { ticket: string } }>('/portal/seen/:ticket', async (request, reply) => {
    await impressions.redeem(request.params.ticket.replace(/\.gif$/, ''));
    return reply.type('image/gif').header('cache-control', 'no-store').send(dot);
  });
  http.post('/portal/continue', async (request, reply) => reply.redirect(`/portal/online?gw=${encodeURIComponent(venueOf(request.body).gateway)}`, 302));
  http.get('/portal/online', async (request, reply) => reply.type(page).send(onlinePage(settings, venueOf(request.query))));
}
