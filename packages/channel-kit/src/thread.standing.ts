import { shows, type Capabilities } from '@towncrier/contracts';
import type { Posting } from './channel.ts';
import { callKey, type Call, type Delivery, type Thread } from './thread.ts';

/** How a channel corrects and takes back. */
export type Ways = Pick<Capabilities, 'recall' | 'revise'>;

/** Something this channel may have put up and has not been seen to take back. */
export interface Standing {
  /** Of the call that put it up. */
  readonly key: string;
  readonly edition: number;
  readonly target: Call['target'];
  readonly reference: string | null;
  readonly url: string | null;
  /** Of what was put up; empty when nobody remembers. */
  readonly hash: string;
}

const heard = (call: Call): boolean => call.state !== 'ready' && call.state !== 'skipped';

/**
 * All that may stand in public: what a call put up, or may have, and what only the ledger remembers; less what
 * was seen to be gone. Oldest edition first.
 */
export function standing(thread: Thread): readonly Standing[] {
  const gone = new Set(thread.deliveries.flatMap(takenBack));
  return putUp(thread).filter((s) => !gone.has(s.key));
}

/** What all removals of a delivery that are about it have seen to be gone. */
function takenBack({ calls }: Delivery): readonly string[] {
  const of = calls.filter((c) => c.kind === 'remove');
  const open = new Set(of.filter((c) => c.state !== 'seen').flatMap((c) => c.removes));
  return of.flatMap((c) => c.removes).filter((key) => !open.has(key));
}

/** Every edition ever put up, gone or not. The words that a warning was lifted with are none: they stay. */
export function putUp(thread: Thread): readonly Standing[] {
  const own = thread.deliveries
    .filter(shows)
    .flatMap((d) => d.calls.filter((c) => c.kind === 'show' && heard(c)).map((c) => ownPosting(d, c)));
  const remembered = thread.remembered.map((known): Standing => {
    const target = known.target === undefined ? null : { id: known.target, title: known.target };
    return {
      key: `ledger:${known.edition}:${known.target ?? ''}`,
      edition: known.edition,
      target,
      reference: known.reference ?? null,
      url: known.url ?? null,
      hash: known.hash ?? '',
    };
  });
  return [...own, ...remembered].sort((a, b) => a.edition - b.edition);
}

const ownPosting = (d: Delivery, c: Call): Standing => ({
  key: callKey(d.id, c.number),
  edition: d.edition,
  target: c.target,
  reference: c.reference,
  url: c.url,
  hash: d.hash ?? '',
});

/** As an adapter sees it. Where the far end never said a name of its own, the publication's is the only one. */
export const asPosting = (
  { key, edition, target, reference, url, hash }: Standing,
  publication: string,
): Posting => ({
  key,
  edition,
  target: target?.id ?? null,
  reference: reference ?? publication,
  ...(url === null ? {} : { url }),
  hash,
});

/** What one removal is for: one call, all that it takes back. */
export interface Removal {
  readonly target: Call['target'];
  readonly removes: readonly string[];
}

/**
 * How what stands is taken back. A post beside others is erased one by one, and needs its reference; an address
 * that shows another text, a message that is sent after, a mark on a sheet: one per target, whatever was put up
 * there.
 */
export function removals(all: readonly Standing[], can: Ways): readonly Removal[] {
  if (erasesOneByOne(can))
    return all.filter((s) => s.reference !== null).map((s) => ({ target: s.target, removes: [s.key] }));
  const places = Map.groupBy(all, (s) => s.target?.id ?? '');
  return [...places.values()].map((here) => ({
    target: here[0]?.target ?? null,
    removes: here.map((s) => s.key),
  }));
}

/** What may stand and cannot be taken back by a call: a person looks. */
export const lost = (all: readonly Standing[], can: Ways): readonly Standing[] =>
  erasesOneByOne(can) ? all.filter((s) => s.reference === null) : [];

/** Removals that a withdrawal still owes: what stands, and no call of it takes back. */
export function uncovered(thread: Thread, delivery: Delivery, can: Ways): readonly Removal[] {
  if (shows(delivery) || isSilent(delivery, can)) return [];
  const covered = new Set(delivery.calls.flatMap((c) => c.removes));
  return removals(standing(thread), can).filter((r) => r.removes.some((key) => !covered.has(key)));
}

/**
 * What has run out said itself until when it holds. Where it could only be told by another message, nobody gets
 * one.
 */
export const isSilent = ({ act }: Pick<Delivery, 'act'>, { recall }: Ways): boolean =>
  act === 'expire' && recall === 'follow-up';

export const erasesOneByOne = ({ recall, revise }: Ways): boolean =>
  recall === 'erase' && revise === 'new-post';
