import { releasedEvent, sampleEdition } from '@towncrier/channel-testkit/testing';
import type { Shown } from '@towncrier/channel-testkit';
import { releaseSubject, type Lane } from '@towncrier/contracts';
import type { JetStreamBroker } from '@towncrier/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './hub.client.ts';
import { hubVoiceOf } from './hub.voice.ts';
import { Town } from './town.ts';

const channel = 'weibo';
const bulk = Array.from({ length: 30 }, (_, i) => `BK${String(i).padStart(6, '0')}`);
const urgent = 'RGENT911';
/** Deliveries of one lane that the channel has in work at a time. */
const slots = 2;

describe('urgent never waits behind bulk', () => {
  let town: Town;
  let broker: JetStreamBroker;
  beforeAll(async () => {
    town = await Town.start();
    broker = await hubVoiceOf(town);
  });
  afterAll(async () => {
    await broker.close();
    await town.stop();
  });

  const release = async (publication: string, lane: Lane): Promise<void> => {
    const now = new Date().toISOString();
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    const event = releasedEvent(sampleEdition({ publication }), channel, { now, deadline, lane });
    await broker.publish(releaseSubject(lane), event);
  };
  /** Publications in the order in which they came out at the far end. */
  const out = async (): Promise<readonly (string | null)[]> => {
    const answer = await fetch(`${town.stack.urls[`twin-${channel}`]}/__twin/shown`);
    const { shown } = (await answer.json()) as { shown: Shown[] };
    return shown.map((s) => s.about);
  };
  const when = (ready: (seen: readonly (string | null)[]) => boolean): Promise<readonly (string | null)[]> =>
    eventually(
      async () => {
        const seen = await out();
        return ready(seen) ? seen : undefined;
      },
      async () => `out so far: ${(await out()).join(' ')}`,
      60_000,
    );

  it('at a channel whose far end is slow: it goes out while normal notices still wait', async () => {
    await town.fault(channel, { kind: 'slow', times: 100, ms: 400 });
    for (const publication of bulk) await release(publication, 'normal');
    await when((seen) => seen.length >= slots);
    await release(urgent, 'urgent');

    const order = await when((seen) => seen.length === bulk.length + 1);
    const behind = order.length - 1 - order.indexOf(urgent);
    expect(behind, order.join(' ')).toBeGreaterThan(slots);
  });
});
