import { createRuntime, defineChannel, kitCollections, type ChannelRuntime } from '@towncrier/channel-kit';
import type { Broker } from '@towncrier/messaging';
import type { Store } from '@towncrier/storage';
import { z } from 'zod';

const nothing = { info: () => undefined, warn: () => undefined };
const sent = (): never => {
  throw new Error('nothing is published here');
};

/** A channel of strips with a register as every channel keeps one, and no far end. */
export function screensChannel(
  id: string,
  at: { readonly broker: Broker; readonly store: Store; readonly keyFile: string },
): Promise<ChannelRuntime> {
  const channel = defineChannel<null, { readonly hash: string }>({
    id,
    title: '条屏',
    consumes: ['edition-released.v1'],
    settings: z.null(),
    collections: kitCollections,
    can: {
      recall: 'replace',
      revise: 'in-place',
      receipts: 'none',
      targets: '条屏',
      limits: [],
      visibleWithinMs: 0,
      consequences: { correct: '更正', withdraw: '撤回' },
    },
    targets: {
      kinds: [
        {
          id: 'strip',
          title: '条屏',
          measure: '块屏',
          choice: 'place',
          catchesUp: true,
          facts: z.strictObject({ width: z.int().min(64).max(7680).meta({ title: '宽' }) }),
          secrets: [{ name: 'player-key', title: '播放口令', required: false }],
        },
      ],
      calls: 'each',
      seed: () => [],
    },
    slots: { urgent: 1, normal: 1 },
    mode: () => 'twin',
    check: () => [],
    render: () => Promise.resolve({ hash: '0'.repeat(64) }),
    readings: () => [],
    preview: () => Promise.resolve({ kind: 'text', parts: [] }),
    adapter: () => ({
      publish: sent,
      observe: sent,
      withdraw: sent,
      probe: () => Promise.resolve({ ok: true, words: '' }),
    }),
  });
  return createRuntime(channel, {
    settings: null,
    store: at.store,
    broker: at.broker,
    clock: () => new Date(),
    log: nothing,
    publicUrl: 'http://localhost',
    targetKeyFile: at.keyFile,
  });
}
