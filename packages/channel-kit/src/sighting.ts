import type { Posting, Sighting } from './channel.ts';
import { later, observeWait } from './ladder.ts';
import type { Call, Delivery } from './thread.ts';

export interface SightingRules {
  readonly ladder: readonly number[];
  /** After this long (ms) an absence proves that the far end did not take the call. */
  readonly visibleWithinMs: number;
  /** Looks after which a person is asked. */
  readonly patience: number;
}

export interface LookedAt {
  readonly call: Call;
  readonly delivery: Delivery;
  readonly posting: Posting | null;
  readonly hash: string;
  readonly now: string;
}

export type SightingVerdict =
  | { readonly kind: 'seen'; readonly sighting: Extract<Sighting, { kind: 'present' }> }
  | { readonly kind: 'send-again'; readonly words: string }
  | { readonly kind: 'look-later'; readonly nextAt: string; readonly words: string }
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
  const withdrawing = about.delivery.operation === 'withdraw';
  switch (sighting.kind) {
    case 'present':
      return withdrawing || sighting.hash === about.hash
        ? { kind: 'seen', sighting }
        : differs(about, rules, again, sighting.hash);
    case 'different':
      return differs(about, rules, again, sighting.hash);
    case 'gone':
      return absent(about, rules, again, withdrawing);
    case 'unclear':
      return again(sighting.detail ?? '暂时无法核实', '多次核实仍不明确，请人工到渠道后台查看');
  }
}

type Again = (words: string, end: string) => SightingVerdict;

/** The earlier edition still standing means that the correction did not arrive. */
function differs(about: LookedAt, rules: SightingRules, again: Again, hash: string): SightingVerdict {
  if (
    about.posting !== null &&
    about.posting.hash === hash &&
    about.posting.edition !== about.delivery.edition
  )
    return absent(about, rules, again, false);
  return again('线上内容与批准稿不一致，继续核实', '线上内容与批准稿不一致，请人工核对');
}

function absent(about: LookedAt, rules: SightingRules, again: Again, withdrawing: boolean): SightingVerdict {
  const begun = about.call.startedAt ?? about.now;
  if (about.call.state === 'unknown') {
    const proven = about.now >= later(begun, rules.visibleWithinMs);
    return proven
      ? {
          kind: 'send-again',
          words: withdrawing ? '核实：撤回未生效，重新撤回' : '核实：对方没有收到，重新发送',
        }
      : { kind: 'look-later', nextAt: later(begun, rules.visibleWithinMs + 1), words: '尚未见到，继续核实' };
  }
  return withdrawing
    ? again('撤回已受理，公众端仍可见', '撤回已受理，但公众端仍可见，请人工处理')
    : again('对方已接受，公众端尚未可见', '对方已接受，但公众端一直不可见，请人工核实');
}
