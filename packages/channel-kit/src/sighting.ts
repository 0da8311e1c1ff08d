import type { Sighting } from './channel.ts';
import { later, observeWait } from './ladder.ts';
import type { Call } from './thread.ts';

export interface SightingRules {
  readonly ladder: readonly number[];
  /** After this long (ms) an absence proves that the far end did not take the call. */
  readonly visibleWithinMs: number;
  /** Looks after which a person is asked. */
  readonly patience: number;
}

export interface LookedAt {
  readonly call: Call;
  /** Hashes of earlier editions that stand at the same place. */
  readonly earlier: readonly string[];
  /** Of what was put up; empty for a removal. */
  readonly hash: string;
  readonly now: string;
}

export type SightingVerdict =
  | { readonly kind: 'seen'; readonly sighting: Extract<Sighting, { kind: 'present' }> }
  | { readonly kind: 'send-again'; readonly words: string }
  | {
      readonly kind: 'look-later';
      readonly nextAt: string;
      readonly words: string;
      /** What was seen so far. */
      readonly parts?: Call['parts'];
    }
  | { readonly kind: 'give-up'; readonly words: string };

/** What a look at the public end means. Only a proven absence lets a call be made again. */
export function judgeSighting(sighting: Sighting, about: LookedAt, rules: SightingRules): SightingVerdict {
  const again = (words: string, end: string): SightingVerdict =>
    about.call.looks >= rules.patience
      ? { kind: 'give-up', words: end }
      : {
          kind: 'look-later',
          nextAt: later(about.now, observeWait(about.call.looks + 1, rules.ladder)),
          words,
        };
  const removing = about.call.kind === 'remove';
  switch (sighting.kind) {
    case 'present':
      return removing || sighting.hash === about.hash
        ? { kind: 'seen', sighting }
        : differs(about, rules, again, sighting.hash);
    case 'different':
      return differs(about, rules, again, sighting.hash);
    case 'gone':
      return absent(about, rules, again);
    case 'unclear':
      return unclear(sighting, again);
  }
}

type Again = (words: string, end: string) => SightingVerdict;

/** The earlier edition still standing means that the correction did not arrive. */
function differs(about: LookedAt, rules: SightingRules, again: Again, hash: string): SightingVerdict {
  if (about.earlier.includes(hash)) return absent(about, rules, again);
  return again('线上内容与批准稿不一致，继续核实', '线上内容与批准稿不一致，请人工核对');
}

function absent(about: LookedAt, rules: SightingRules, again: Again): SightingVerdict {
  const { call, now } = about;
  const removing = call.kind === 'remove';
  if (call.state !== 'unknown')
    return removing
      ? again('撤回已受理，公众端仍可见', '撤回已受理，但公众端仍可见，请人工处理')
      : again('对方已接受，公众端尚未可见', '对方已接受，但公众端一直不可见，请人工核实');
  const begun = call.startedAt ?? now;
  if (now < later(begun, rules.visibleWithinMs))
    return {
      kind: 'look-later',
      nextAt: later(begun, rules.visibleWithinMs + 1),
      words: '尚未见到，继续核实',
    };
  if (call.sends > 1)
    return {
      kind: 'give-up',
      words: removing ? '重发一次后撤回仍未生效，请人工处理' : '重发一次后仍未见到，请人工核实',
    };
  return {
    kind: 'send-again',
    words: removing ? '核实：撤回未生效，重新撤回' : '核实：对方没有收到，重新发送',
  };
}

/** Where some of several places do not show it, they are named to whoever must look. */
function unclear(sighting: Extract<Sighting, { kind: 'unclear' }>, again: Again): SightingVerdict {
  const words = sighting.detail ?? '暂时无法核实';
  const end =
    sighting.parts === undefined
      ? '多次核实仍不明确，请人工到渠道后台查看'
      : `${words}，多次核实未变，请人工查看`;
  const verdict = again(words, end);
  return sighting.parts === undefined || verdict.kind !== 'look-later'
    ? verdict
    : { ...verdict, parts: sighting.parts };
}
