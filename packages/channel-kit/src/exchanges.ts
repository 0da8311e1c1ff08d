import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { Exchange } from '@towncrier/contracts';

/** So many of one verb are kept, the last ones. */
const most = 20;

interface Open {
  readonly method: string;
  readonly url: string;
  readonly begun: number;
  readonly status?: number;
  readonly ms?: number;
}
interface Verb {
  exchanges: Open[];
}
const underWay = new AsyncLocalStorage<Verb>();

/** Work on one delivery: what its verbs ask of the far end is written down meanwhile. */
export const writingDown = <T>(work: () => Promise<T>): Promise<T> => underWay.run({ exchanges: [] }, work);

/** From here on it is another verb. */
export function verbBegins(): void {
  const verb = underWay.getStore();
  if (verb !== undefined) verb.exchanges = [];
}

/** What this verb has asked of the far end so far; nothing outside of `writingDown`. */
export const exchangesOfVerb = (): readonly Exchange[] =>
  (underWay.getStore()?.exchanges ?? []).slice(-most).map(({ begun, ms, ...said }) => ({
    ...said,
    ms: ms ?? Date.now() - begun,
  }));

/**
 * As much of an address as anybody may see: host and path. What may be a telephone number, a name, a key or a
 * message is in the query, or is a long part of the path.
 */
export function plainAddress(origin: string, path: string): string {
  const parts = path.replace(/[?#].*$/su, '').split('/');
  return `${origin}${parts.map((part) => (hides(part) ? '…' : part)).join('/')}`.slice(0, 300);
}
const hides = (part: string): boolean => /\d{5}/u.test(part) || part.length > 40 || part.includes('%');

const opened = new WeakMap<object, { readonly verb: Verb; readonly at: number }>();

function begins(request: object, method: string, origin: string, path: string): void {
  const verb = underWay.getStore();
  if (verb === undefined) return;
  const { exchanges } = verb;
  opened.set(request, { verb: { exchanges }, at: exchanges.length });
  exchanges.push({ method, url: plainAddress(origin, path), begun: Date.now() });
}

function ends(request: object, status?: number): void {
  const known = opened.get(request);
  const open = known?.verb.exchanges[known.at];
  if (known === undefined || open === undefined) return;
  known.verb.exchanges[known.at] = {
    ...open,
    ms: Date.now() - open.begun,
    ...(status === undefined ? {} : { status }),
  };
}

/** What `fetch` tells of itself (undici), and what `node:http` does, which the SDK of the SMS provider uses. */
interface Asked {
  readonly request: object & {
    readonly origin?: string;
    readonly protocol?: string;
    readonly host?: string;
    readonly method: string;
    readonly path: string;
  };
  readonly response?: { readonly statusCode: number };
}
const told = (channel: string, hear: (message: Asked) => void): void =>
  subscribe(channel, (message) => hear(message as Asked));

told('undici:request:create', ({ request: r }) => begins(r, r.method, r.origin ?? '', r.path));
told('undici:request:headers', ({ request, response }) => ends(request, response?.statusCode));
told('undici:request:error', ({ request }) => ends(request));
told('http.client.request.start', ({ request: r }) =>
  begins(r, r.method, `${r.protocol ?? ''}//${r.host ?? ''}`, r.path),
);
told('http.client.response.finish', ({ request, response }) => ends(request, response?.statusCode));
told('http.client.request.error', ({ request }) => ends(request));
