import {
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliveryHandledV1,
  deliveryId,
  deliverySettledV1,
  editionReleasedV1,
  publicationWithdrawnV1,
  retryRequestedV1,
  type DeliveryAccepted,
  type DeliveryAttempted,
  type DeliveryHandled,
  type DeliverySettled,
  type EditionReleased,
  type Envelope,
  type Operation,
  type PublicationWithdrawn,
  type RetryRequested,
  type RowState,
  type TimelineEntry,
} from '@towncrier/contracts';
import type { LedgerDoc } from './row.ts';

type Fresh = Omit<LedgerDoc, 'version'>;
/** What one event says about one row. `apply` is pure and does nothing to a row that knows the event. */
export interface Telling {
  readonly row: string;
  readonly apply: (known: Fresh | null) => Fresh;
}

export type LedgerEvent = Envelope<
  | EditionReleased
  | PublicationWithdrawn
  | DeliveryAccepted
  | DeliveryAttempted
  | DeliverySettled
  | RetryRequested
  | DeliveryHandled
>;
export const ledgerContracts = [
  editionReleasedV1,
  publicationWithdrawnV1,
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliverySettledV1,
  retryRequestedV1,
  deliveryHandledV1,
] as const;

/** Which rows an event touches, and how. A row comes out the same in whatever order its events arrive. */
export function tell(event: LedgerEvent): readonly Telling[] {
  switch (event.type) {
    case editionReleasedV1.type:
      return expected(event as Envelope<EditionReleased>);
    case publicationWithdrawnV1.type:
      return withdrawn(event as Envelope<PublicationWithdrawn>);
    case deliveryAcceptedV1.type:
      return [accepted(event as Envelope<DeliveryAccepted>)];
    case deliveryAttemptedV1.type:
      return [attempted(event as Envelope<DeliveryAttempted>)];
    case deliverySettledV1.type:
      return [settled(event as Envelope<DeliverySettled>)];
    case retryRequestedV1.type:
      return [retried(event as Envelope<RetryRequested>)];
    case deliveryHandledV1.type:
      return [handled(event as Envelope<DeliveryHandled>)];
    default:
      return [];
  }
}

interface Facts {
  delivery: string;
  publication: string;
  edition: number;
  channel: string;
  operation: Operation;
  lane: 'urgent' | 'normal';
  title: string;
  releasedAt: string;
}

const blank = (f: Facts): Fresh => ({
  _id: f.delivery,
  delivery: f.delivery,
  publication: f.publication,
  edition: f.edition,
  channel: f.channel,
  operation: f.operation,
  lane: f.lane,
  title: f.title,
  state: 'expected',
  attempts: 0,
  releasedAt: f.releasedAt,
  words: '等待渠道接收',
  timeline: [],
  seen: [],
  updatedAt: f.releasedAt,
});

function telling(
  event: LedgerEvent,
  facts: Facts,
  entry: TimelineEntry,
  change: (row: Fresh, newest: boolean) => Fresh,
): Telling {
  return {
    row: facts.delivery,
    apply: (known) => {
      const row = known ?? blank(facts);
      const id = storyId(event);
      if (row.seen.includes(id)) return row;
      const timeline = [...row.timeline, entry].sort((a, b) => a.at.localeCompare(b.at));
      const newest = timeline.at(-1) === entry;
      return change(
        {
          ...row,
          ...traceOf(event),
          timeline,
          seen: [...row.seen, id],
          updatedAt: event.time > row.updatedAt ? event.time : row.updatedAt,
        },
        newest,
      );
    },
  };
}

/** The trace id of `00-<trace>-<span>-<flags>`. */
function traceOf({ traceparent }: LedgerEvent): Pick<Fresh, 'trace'> {
  const trace = /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent ?? '')?.[1];
  return trace === undefined ? {} : { trace };
}

/** A release may be told again under another id; it is still the same story. */
const storyId = (event: LedgerEvent): string => event.id.replace(/:again-\d+$/, '');

const resting: readonly RowState[] = ['confirmed', 'superseded', 'refused', 'expired', 'failed'];
const atRest = (row: Fresh): boolean => resting.includes(row.state);

function expected(event: Envelope<EditionReleased>): Telling[] {
  const { edition, channels, lane, releasedAt, owner } = event.data;
  const number = edition.content.header.documentNumber;
  const sender = { ...(owner === undefined ? {} : { owner }), ...(number === undefined ? {} : { number }) };
  return channels.map(({ id }) =>
    telling(
      event,
      {
        delivery: deliveryId(edition.publication, edition.edition, id, 'publish'),
        publication: edition.publication,
        edition: edition.edition,
        channel: id,
        operation: 'publish',
        lane,
        title: edition.content.title,
        releasedAt,
      },
      { at: releasedAt, verb: 'release', outcome: 'expected', words: '已发布，等待渠道接收' },
      (row) => ({ ...row, ...sender }),
    ),
  );
}

function withdrawn(event: Envelope<PublicationWithdrawn>): Telling[] {
  const { publication, edition, channels, lane, title, withdrawnAt } = event.data;
  return channels.map(({ id }) =>
    telling(
      event,
      {
        delivery: deliveryId(publication, edition, id, 'withdraw'),
        publication,
        edition,
        channel: id,
        operation: 'withdraw',
        lane,
        title,
        releasedAt: withdrawnAt,
      },
      { at: withdrawnAt, verb: 'release', outcome: 'expected', words: '已撤回，等待渠道接收' },
      (row) => row,
    ),
  );
}

function accepted(event: Envelope<DeliveryAccepted>): Telling {
  const { acceptedAt, waitsUntil } = event.data;
  return telling(
    event,
    event.data,
    {
      at: acceptedAt,
      verb: 'accept',
      outcome: 'accepted',
      words: '渠道已接收并保存',
      ...(waitsUntil === undefined ? {} : { waitsUntil }),
    },
    (row) => ({
      ...row,
      acceptedAt,
      ...(row.state === 'expected' ? { state: 'accepted' as const, words: '渠道已接收并保存' } : {}),
    }),
  );
}

const stateAfter: Readonly<Record<DeliveryAttempted['outcome'], RowState>> = {
  done: 'working',
  pending: 'working',
  present: 'working',
  gone: 'waiting',
  different: 'working',
  unclear: 'working',
  busy: 'waiting',
  credentials: 'waiting',
  quota: 'waiting',
  unknown: 'unknown',
  refused: 'refused',
  operator: 'failed',
};

/** Where an edition was put up, in the words of the far end; its newest word for each target. */
function placesAfter(
  { places = [] }: Fresh,
  { verb, target, evidence, endedAt: at }: DeliveryAttempted,
): Pick<Fresh, 'places'> {
  const reference = evidence?.reference;
  if (verb !== 'publish' || target === undefined || reference === undefined) return {};
  const known = places.find((place) => place.target === target.id);
  if (known !== undefined && known.at > at) return {};
  const url = evidence?.url;
  const { id, title } = target;
  const here = { target: id, title, reference, ...(url === undefined ? {} : { url }), at };
  const others = places.filter((place) => place !== known);
  return { places: [...others, here].sort((a, b) => a.target.localeCompare(b.target)) };
}

/** What fails goes on asking until something goes well. */
function asksAfter(row: Fresh, { outcome, asks, endedAt }: DeliveryAttempted): Partial<Fresh> {
  if (asks === true) return { askedAt: latest(row.askedAt, endedAt) };
  return stateAfter[outcome] === 'waiting' ? {} : { easedAt: latest(row.easedAt, endedAt) };
}

const latest = (known: string | undefined, at: string): string =>
  known === undefined || at > known ? at : known;

function attempted(event: Envelope<DeliveryAttempted>): Telling {
  const { verb, outcome, words: said, startedAt, endedAt, nextAt, evidence, target, exchanges } = event.data;
  const words = target === undefined ? said : `${target.title}：${said}`;
  return telling(
    event,
    event.data,
    {
      at: endedAt,
      verb,
      outcome,
      words,
      startedAt,
      endedAt,
      ...(target === undefined ? {} : { target: target.title }),
      ...(exchanges === undefined ? {} : { exchanges }),
    },
    (row, newest) => {
      const attempts = verb === 'publish' || verb === 'withdraw' ? row.attempts + 1 : row.attempts;
      const known = { ...row, attempts, ...placesAfter(row, event.data), ...asksAfter(row, event.data) };
      if (atRest(row) || !newest) return known;
      return {
        ...without(known, 'nextAt'),
        state: stateAfter[outcome],
        words,
        ...(nextAt === undefined ? {} : { nextAt }),
        ...(evidence === undefined ? {} : { evidence }),
      };
    },
  );
}

function settled(event: Envelope<DeliverySettled>): Telling {
  const { outcome, evidence, settledAt, releasedAt } = event.data;
  const words = evidence.detail ?? restWords[outcome];
  return telling(event, event.data, { at: settledAt, verb: 'settle', outcome, words }, (row) => {
    if (row.settledAt !== undefined && row.settledAt > settledAt) return row;
    return {
      ...without(row, 'nextAt'),
      easedAt: latest(row.easedAt, settledAt),
      state: outcome,
      words,
      evidence,
      settledAt,
      ms: Math.max(0, Date.parse(settledAt) - Date.parse(releasedAt)),
    };
  });
}

const restWords: Readonly<Record<DeliverySettled['outcome'], string>> = {
  confirmed: '已在公众端核实',
  superseded: '已被后续更正或撤回取代',
  refused: '渠道拒收，需修改内容',
  expired: '超过投递期限，未发送',
  failed: '需要人工处理',
};

function retried(event: Envelope<RetryRequested>): Telling {
  const { at, by, reason } = event.data;
  const words = `${by} 要求重试${reason === undefined ? '' : `：${reason}`}`;
  const facts = { ...event.data, lane: 'normal' as const, title: '', releasedAt: at };
  return telling(event, facts, { at, verb: 'retry', outcome: 'requested', words }, (row, newest) =>
    newest && (row.state === 'failed' || row.state === 'refused' || row.state === 'expired')
      ? { ...row, state: 'accepted', words }
      : row,
  );
}

function handled(event: Envelope<DeliveryHandled>): Telling {
  const { at, by, reason } = event.data;
  const words = `${by} 已人工办结：${reason}`;
  const facts = { ...event.data, lane: 'normal' as const, title: '', releasedAt: at };
  return telling(event, facts, { at, verb: 'handle', outcome: 'handled', words }, (row) =>
    row.byHand !== undefined && row.byHand.at > at ? row : { ...row, byHand: { by, at, reason } },
  );
}

function without<K extends keyof Fresh>(row: Fresh, key: K): Omit<Fresh, K> & Partial<Pick<Fresh, K>> {
  const rest = { ...row };
  delete rest[key];
  return rest;
}
