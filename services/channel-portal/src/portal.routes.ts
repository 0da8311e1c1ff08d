import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { linkTo } from './page.frame.ts';
import { listPage, loginPage, mostOnLogin, noticePage, ticketHere, withdrawnPage } from './pages.ts';
import { absentPage, onlinePage, termsPage } from './plain.pages.ts';
import type { Impressions } from './impressions.ts';
import type { PortalSettings } from './settings.ts';
import type { Shelf, Shown } from './shelf.ts';
import type { Venue, Venues } from './venues.ts';

export interface PortalParts {
  readonly settings: PortalSettings;
  readonly shelf: Shelf;
  readonly venues: Venues;
  readonly impressions: Impressions;
  readonly clock: () => Date;
}

const arrival = z.object({
  gw: z.string().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const html = 'text/html; charset=utf-8';
const protection = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * What phones see. Which venue it is comes from the registry of gateways; nothing else of the redirect is
 * read (mac, ip, url …),
 * because everything in it can be written by the visitor.
 */
export function mountPortal(http: FastifyInstance, parts: PortalParts): void {
  // An own scope: its body parser and headers are nobody else's.
  void http.register((scope, _options, done) => {
    mountPages(scope, parts);
    done();
  });
}

function mountPages(http: FastifyInstance, parts: PortalParts): void {
  http.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  http.addHook('onRequest', async (_request, reply) => {
    void reply.headers(protection);
    if (!parts.venues.areKnown) await parts.venues.known();
  });
  const arrived = arrivals(parts.venues);
  mountLogin(http, parts, arrived);
  mountNotices(http, parts, arrived);
  mountBeacon(http, parts);
  mountOnward(http, parts, arrived);
}

type Arrived = (raw: unknown) => { readonly at: Venue; readonly page: number };

function arrivals(venues: Venues): Arrived {
  return (raw) => {
    const { gw, page } = arrival.parse(raw ?? {});
    return { at: venues.at(gw), page };
  };
}

function mountLogin(http: FastifyInstance, parts: PortalParts, arrived: Arrived): void {
  const loginAt = keptLogins(parts);
  http.get('/', (_request, reply) => reply.redirect('/portal/'));
  http.get('/portal', (request, reply) => reply.redirect(linkTo('/portal/', arrived(request.query).at)));
  http.get('/portal/', (request, reply) => {
    const { at } = arrived(request.query);
    const { page, listed } = loginAt(at);
    return reply
      .type(html)
      .send(page.replace(ticketHere, () => parts.impressions.ticket(at.gateway, listed)));
  });
}

/** A login page without its ticket, and what it lists. */
interface Login {
  readonly title: string;
  readonly shown: readonly Shown[];
  readonly page: string;
  readonly listed: readonly string[];
}

/** Login pages in memory at a time, a few kilobytes each. */
const mostKept = 2000;

/** Login pages are good as long as the same is shown. */
function keptLogins({ settings, venues, clock }: PortalParts): (at: Venue) => Login {
  const ready = new Map<string, Login>();
  return (at) => {
    const [kept, shown] = [ready.get(at.gateway), venues.shownAt(at, clock())];
    if (kept?.shown === shown && kept.title === at.title) return kept;
    const fresh = {
      title: at.title,
      shown,
      page: loginPage(settings, at, shown, clock()),
      listed: shown.slice(0, mostOnLogin).map((c) => c._id),
    };
    if (ready.size >= mostKept) ready.clear();
    ready.set(at.gateway, fresh);
    return fresh;
  };
}

function mountNotices(
  http: FastifyInstance,
  { settings, shelf, venues, clock }: PortalParts,
  arrived: Arrived,
): void {
  http.get('/portal/notices', (request, reply) => {
    const { at, page } = arrived(request.query);
    return reply.type(html).send(listPage(at, venues.shownAt(at, clock()), page, clock()));
  });
  http.get('/portal/venues.json', () => ({
    venues: venues.active().map(({ id, title, gateway }) => ({ id, title, gateway })),
  }));
  http.get('/portal/notices.json', (request) => {
    const { at } = arrived(request.query);
    const notices = venues.shownAt(at, clock()).map((c) => asJson(c, settings));
    return { venue: at.gateway, notices };
  });
  http.get<{ Params: { id: string } }>('/portal/notice/:id', async (request, reply) => {
    const { at } = arrived(request.query);
    const found = await shelf.get(request.params.id);
    if (found === null) return reply.code(404).type(html).send(absentPage(at));
    return found.withdrawal === null
      ? reply.type(html).send(noticePage(found, at))
      : reply.code(410).type(html).send(withdrawnPage(found, at));
  });
}

const asJson = (c: Shown, { PORTAL_URL }: PortalSettings): object => ({
  publication: c._id,
  edition: c.edition,
  hash: c.hash,
  lane: c.lane,
  title: c.face.title,
  badge: c.face.badge,
  url: `${PORTAL_URL}/portal/notice/${c._id}`,
});

function mountBeacon(http: FastifyInstance, { impressions }: PortalParts): void {
  http.route<{ Params: { ticket: string } }>({
    method: ['GET', 'POST'],
    url: '/portal/seen/:ticket',
    exposeHeadRoute: false,
    handler: (request, reply) => {
      // The helper that iOS sends ahead draws nothing a person sees.
      if (!/CaptiveNetworkSupport/i.test(request.headers['user-agent'] ?? ''))
        impressions.redeem(request.params.ticket.replace(/\.gif$/, ''));
      return reply.type('image/gif').send(dot);
    },
  });
}

function mountOnward(http: FastifyInstance, { settings }: PortalParts, arrived: Arrived): void {
  // iOS says "done" only after a navigation of the whole page: a plain form, a redirect, a page.
  http.post('/portal/continue', (request, reply) =>
    reply.redirect(linkTo('/portal/online', arrived(request.body).at), 302),
  );
  http.get('/portal/online', (request, reply) =>
    reply.type(html).send(onlinePage(settings, arrived(request.query).at)),
  );
  http.get('/portal/terms', (request, reply) =>
    reply.type(html).send(termsPage(settings, arrived(request.query).at)),
  );
}
