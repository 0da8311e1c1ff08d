import type { Plain } from '@towncrier/storage';

/**
 * 1 → 2: until then a thread knew one posting, and a delivery one due time for all its calls. From then on
 * every call says what it is for, and what stands is read from the calls. The second call of a WeChat
 * correction was a removal before removals had a name.
 */
export function withPostingsPerCall(doc: Plain): Plain {
  const { posting, deliveries, ...rest } = doc;
  const known = posting as { edition: number; hash: string } | null;
  const all = deliveries as readonly Plain[];
  return { ...rest, deliveries: all.map((d) => delivered(d, all, known)), remembered: [] };
}

function delivered(
  d: Plain,
  all: readonly Plain[],
  posting: { readonly edition: number; readonly hash: string } | null,
): Plain {
  const shows = d['operation'] === 'publish';
  return {
    ...d,
    hash: shows && posting !== null && posting.edition === d['edition'] ? posting.hash : null,
    ledgerAsked: false,
    calls: (d['calls'] as readonly Plain[]).map((call) => called(call, d, all)),
  };
}

function called(call: Plain, d: Plain, all: readonly Plain[]): Plain {
  const earlier = all
    .filter((other) => other['operation'] === 'publish' && Number(other['edition']) < Number(d['edition']))
    .map((other) => String(other['id']));
  const outgoing = all.filter((other) => other['operation'] === 'publish');
  const removal = d['operation'] === 'withdraw';
  const replaced = !removal && String(d['id']).includes(':wechat:') && call['number'] === 1;
  const began = call['state'] !== 'ready' && call['state'] !== 'skipped';
  return {
    ...call,
    kind: removal || replaced ? 'remove' : 'show',
    target: null,
    removes: removal ? outgoing.flatMap(keysOf) : replaced ? earlier.slice(-1) : [],
    sends: began ? 1 : 0,
    tries: d['tries'],
    failingSince: null,
    asked: false,
    nextAt: d['nextAt'],
    words: d['lastWords'],
    parts: null,
    ended: null,
  };
}

const keysOf = (d: Plain): string[] =>
  (d['calls'] as readonly Plain[]).map(({ number }) =>
    number === 0 ? String(d['id']) : `${String(d['id'])}#${String(number)}`,
  );
