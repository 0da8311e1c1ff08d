import { operationRules, shows, type Evidence, type SettledOutcome } from '@towncrier/contracts';
import type { Standing } from './thread.standing.ts';
import type { Call, Delivery } from './thread.ts';

/** How a delivery whose calls have all come to an end is told. */
export interface Result {
  readonly outcome: Extract<SettledOutcome, 'confirmed' | 'refused' | 'expired' | 'failed'>;
  readonly evidence: Evidence;
}

/**
 * Confirmed is what was seen at every target; whatever else there is needs a person, and is named. `lost` is
 * what may still stand and no call could take back.
 */
export function resultOf(delivery: Delivery, lost: readonly Standing[], now: string): Result {
  const ended = delivery.calls.filter((c) => c.ended !== null);
  const outcome = lost.length > 0 ? 'failed' : worst(ended);
  const own = delivery.calls.filter((c) => c.kind === operationRules[delivery.operation].calls);
  const shown = delivery.calls.find((c) => c.kind === 'show' && c.state === 'seen');
  const first = shown ?? own.find((c) => c.state === 'seen');
  const detail = [...told(delivery.calls), ...lost.map(lostWords)].join('；');
  const hash = shows(delivery) ? delivery.hash : null;
  return {
    outcome,
    evidence: {
      ...(first?.reference == null ? {} : { reference: first.reference }),
      ...(first?.url == null ? {} : { url: first.url }),
      ...(first === undefined || hash === null ? {} : { hash }),
      ...(first === undefined ? {} : { seenAt: now }),
      ...(detail === '' ? {} : { detail }),
      ...partsOf(own),
    },
  };
}

function worst(ended: readonly Call[]): Result['outcome'] {
  const outcomes = new Set(ended.map((c) => c.ended?.outcome));
  return (['failed', 'refused', 'expired'] as const).find((o) => outcomes.has(o)) ?? 'confirmed';
}

/** One call speaks for itself; of several, how many were seen, and why the others were not. */
function told(calls: readonly Call[]): string[] {
  const [only] = calls;
  if (only === undefined) return [];
  if (calls.length === 1) return only.words === '' ? [] : [only.words];
  const { shown, of } = summed(calls);
  const exceptions = calls
    .filter((c) => c.ended !== null)
    .map((c) => (c.target === null ? c.words : `${c.target.title}：${c.words}`));
  return [`已核验 ${shown}/${of}`, ...new Set(exceptions)].slice(0, 6);
}

const summed = (calls: readonly Call[]): { shown: number; of: number } =>
  calls.reduce(
    (sum, c) => ({
      shown: sum.shown + (c.parts?.shown ?? (c.state === 'seen' ? 1 : 0)),
      of: sum.of + (c.parts?.of ?? 1),
    }),
    { shown: 0, of: 0 },
  );

/** Counted wherever there is more than one place; the exceptions by name, at most twenty. */
function partsOf(calls: readonly Call[]): Pick<Evidence, 'parts'> {
  const several = calls.length > 1 || calls.some((c) => c.parts !== null);
  if (!several) return {};
  const exceptions = calls.flatMap((c) => [
    ...(c.parts?.exceptions ?? []),
    ...(c.ended !== null && c.target !== null ? [{ target: c.target.id, words: c.ended.words }] : []),
  ]);
  return { parts: { ...summed(calls), exceptions: exceptions.slice(0, 20) } };
}

const lostWords = ({ edition, target }: Standing): string =>
  `${target === null ? '' : `${target.title}：`}第${edition}版是否仍在公众端不明，请人工到渠道后台核实并删除`;
