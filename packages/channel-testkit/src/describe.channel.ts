import { join } from 'node:path';
import type { Channel, Rendition } from '@towncrier/channel-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';
import { ChannelLab } from './channel.lab.ts';
import { isChosen } from './chosen.kinds.ts';
import type { ChannelPromise } from './channel.promise.ts';
import type { ConformanceOptions } from './conformance.options.ts';
import { promises } from './promises/all.promises.ts';
import { proveRecorded } from './promises/codes.promise.ts';
import { recordedAnswers } from './recorded.answer.ts';
import type { Twin } from './twin.ts';

/** What every channel promises, tried against its twin, and on the answers its far end was recorded to give. */
export function describeChannel<S, R extends Rendition, P>(
  channel: Channel<S, R, P>,
  twin: Twin,
  options: ConformanceOptions,
): void {
  const waivers = channel.waivers ?? {};
  const recorded = recordedAnswers(join(options.folder, 'fixtures'));

  describe(`channel ${channel.id} (${channel.title})`, () => {
    let lab: ChannelLab<S, R, P>;
    let benches = 0;
    const bench = (): Bench =>
      new Bench(lab, options, recorded, `TEST${String((benches += 1)).padStart(4, '0')}`);
    beforeAll(async () => {
      lab = await ChannelLab.open(channel, twin, { environment: options.environment });
    });
    afterAll(async () => {
      await lab.close();
    });

    it('waives only what is a promise, and says why', () => {
      expect(waiverFaults(waivers)).toEqual([]);
    });
    it.for(recorded)('hears that $says ($file)', (answer) => proveRecorded(bench(), answer));
    for (const promise of promises) {
      const { sentence } = promise;
      const reason = waivers[promise.name];
      it(typeof sentence === 'string' ? sentence : sentence(channel.can), async ({ skip }) => {
        skip(reason !== undefined, `waived: ${reason}`);
        const lacking = undeclared(promise, channel);
        skip(lacking !== null, lacking ?? '');
        needed(promise, twin);
        await promise.prove(bench());
      });
    }
  });
}

/** Why a promise about targets cannot be tried; null when it can. */
function undeclared({ declares }: ChannelPromise, { targets }: Pick<Channel, 'targets'>): string | null {
  if (declares === undefined) return null;
  if (targets === undefined) return 'it declares no targets';
  const chosen = targets.kinds.some(isChosen);
  return declares === 'choice' && !chosen ? 'no audience chooses among its targets' : null;
}

function waiverFaults(waivers: Readonly<Record<string, string>>): string[] {
  const names = new Set(promises.map((p) => p.name));
  return Object.entries(waivers).flatMap(([name, reason]) => [
    ...(names.has(name) ? [] : [`there is no promise "${name}"; there are ${[...names].join(', ')}`]),
    ...(reason.trim() === '' ? [`the waiver of "${name}" gives no reason`] : []),
  ]);
}

/** @throws when the twin cannot have the fault that the promise is tried with */
function needed({ name, needs }: ChannelPromise, twin: Twin): void {
  if (needs !== undefined && !twin.faults.includes(needs))
    throw new Error(
      `the twin cannot have the fault "${needs}": give it that, or say in waivers.${name} why this far end has none`,
    );
}
