import type { Recipient } from './recipients.ts';

/** What a number got of the earlier editions of a publication. */
export interface History {
  /** `left out`: nothing was handed over, or what was is reported as not delivered. */
  of(phone: string): Promise<'handed over' | 'left out' | 'unknown'>;
}

/** Somebody of a batch who is sent nothing, and why. */
export interface Unserved {
  readonly one: Recipient;
  readonly words: string;
}

/**
 * Who of a batch may be sent something at this moment. Who was paused or retired since the batch was planned
 * gets no notice any more; but whoever has one already hears of its correction and of its end.
 */
export async function served(
  batch: readonly Recipient[],
  { what, history }: { readonly what: 'notice' | 'end'; readonly history: History },
): Promise<{ readonly open: readonly Recipient[]; readonly closed: readonly Unserved[] }> {
  const open: Recipient[] = [];
  const closed: Unserved[] = [];
  for (const one of batch) {
    const words = outOfUse(one);
    if (words === null || (await hears(one, what, history))) open.push(one);
    else closed.push({ one, words });
  }
  return { open, closed };
}

/** Of the end also who may have the notice: only what is known not to have been handed over is left out. */
async function hears({ phone }: Recipient, what: 'notice' | 'end', history: History): Promise<boolean> {
  const known = phone === null ? 'unknown' : await history.of(phone);
  return known === 'handed over' || (what === 'end' && known === 'unknown');
}

function outOfUse({ state }: Recipient): string | null {
  if (state?.is === 'retired') return `已于 ${state.on} 停用，未发送`;
  return state?.is === 'paused' ? `已暂停：${state.reason}，未发送` : null;
}
