import { deliveryAcceptedV1, deliverySettledV1, releases } from '@towncrier/contracts';
import { Poison } from '@towncrier/messaging';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from '../../publications/publication.view.ts';
import { eventually } from '../../testing/eventually.ts';
import { notice, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import { DeliveriesConsumer } from './deliveries.consumer.ts';
import { Reconciler } from './reconciler.ts';
import { ReleaseLedger } from './release.ledger.ts';

let lab: HubLab;
let room: Newsroom;
let editor: HubClient;
let reviewer: HubClient;
let consumer: DeliveriesConsumer;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
  ({ editor, reviewer } = room);
  consumer = new DeliveriesConsumer(lab.app.get(ReleaseLedger));
});
afterEach(() => lab.close());

async function publish(): Promise<PublicationView> {
  const created = await editor.act('', notice);
  const approved = await room.approved(created);
  const before = lab.broker.published.length;
  const done = await editor.act(`/${created.id}/publish`, { version: approved.version });
  await eventually(() => lab.broker.published.length).toBe(before + 1);
  await eventually(async () => (await lab.outboxOf(created.id)).length).toBe(0);
  return done;
}

const facts = (publication: string, channel: string) => ({
  delivery: `${publication}:1:${channel}:publish`,
  publication,
  edition: 1,
  channel,
  operation: 'publish' as const,
  lane: 'normal' as const,
  title: '通知',
  releasedAt: '2026-11-23T01:00:00.000Z',
});
const at = '2026-11-23T01:00:01.000Z';

async function accepts(publication: string, channel: string): Promise<void> {
  const data = { ...facts(publication, channel), acceptedAt: at };
  await consumer.delivered(
    deliveryAcceptedV1.create({
      id: `${data.delivery}:accepted`,
      source: `/channel-${channel}`,
      subject: data.delivery,
      time: at,
      data,
    }),
  );
}

const ids = (): string[] => lab.broker.published.map((p) => p.envelope.id);

describe('a release that some channel has not taken over', () => {
  it('is told again after ten seconds, to all its channels, word for word and under a new id', async () => {
    const { id } = await publish();
    await accepts(id, 'website');
    expect(await lab.app.get(Reconciler).turn()).toBe(0);

    lab.pass(10_001);
    expect(await lab.app.get(Reconciler).turn()).toBe(1);

    expect(ids()).toEqual([`${id}:1:released`, `${id}:1:released:again-1`]);
    expect(lab.broker.published[1]?.envelope.data).toEqual(lab.broker.published[0]?.envelope.data);
  });

  it('is left alone for longer each time', async () => {
    const { id } = await publish();

    for (const seconds of [11, 11, 10, 30, 11]) {
      lab.pass(seconds * 1000);
      await lab.app.get(Reconciler).turn();
    }

    expect(ids()).toEqual([
      `${id}:1:released`,
      `${id}:1:released:again-1`,
      `${id}:1:released:again-2`,
      `${id}:1:released:again-3`,
    ]);
  });

  it('is not told again once every channel has it', async () => {
    const { id } = await publish();
    await accepts(id, 'website');
    await accepts(id, 'sms');

    lab.pass(3_600_000);

    expect(await lab.app.get(Reconciler).turn()).toBe(0);
  });

  it('is not told again while the first telling still waits for the broker', async () => {
    const { id } = await publish();
    lab.broker.connected = false;
    const done = await editor.get<PublicationView>(`/api/v1/publications/${id}`);
    await reviewer.act(`/${id}/withdraw`, { version: done.body.version, reason: '有误' });
    lab.broker.connected = true;
    await accepts(id, 'website');
    await accepts(id, 'sms');
    lab.pass(10_001);

    await lab.app.get(Reconciler).turn();

    expect(ids()).not.toContain(`${id}:1:withdrawn:again-1`);
  });
});

describe('after the broker lost its disk', () => {
  it('everything of the last month is told again, settled or not', async () => {
    const [one, two] = [await publish(), await publish()];
    await accepts(one.id, 'website');
    await accepts(one.id, 'sms');

    lab.broker.reborn(releases.stream);

    await eventually(() => ids()).toEqual(
      expect.arrayContaining([`${one.id}:1:released:again-1`, `${two.id}:1:released:again-1`]),
    );
  });

  it('nothing older is', async () => {
    const { id } = await publish();
    await accepts(id, 'website');
    await accepts(id, 'sms');
    lab.pass(31 * 86_400_000);

    await lab.app.get(Reconciler).reborn([releases.stream]);
    await lab.app.get(Reconciler).turn();

    expect(ids()).toEqual([`${id}:1:released`]);
  });

  it('all of it is told, however much there is', async () => {
    const { id } = await publish();
    await lab.copies(id, 250);

    lab.broker.reborn(releases.stream);

    await eventually(() => ids().filter((known) => known.endsWith(':again-1')).length).toBe(251);
  });
});

describe('what channels report', () => {
  it('about something this hub never let out is ignored', async () => {
    await expect(accepts('00000000', 'website')).resolves.toBeUndefined();
  });

  it('counts as taken over when only the end of a delivery is heard', async () => {
    const { id } = await publish();
    for (const channel of ['website', 'sms']) {
      const data = { ...facts(id, channel), outcome: 'confirmed' as const, evidence: {}, settledAt: at };
      await consumer.delivered(
        deliverySettledV1.create({
          id: `${data.delivery}:settled`,
          source: '/x',
          subject: data.delivery,
          time: at,
          data,
        }),
      );
    }
    lab.pass(3_600_000);

    expect(await lab.app.get(Reconciler).turn()).toBe(0);
  });

  it('and cannot be read goes to the dead letters with its cause', async () => {
    await expect(consumer.delivered({ type: 'towncrier.nonsense.v9' })).rejects.toThrow(Poison);
    await expect(consumer.delivered({ type: deliveryAcceptedV1.type, data: {} })).rejects.toThrow(
      /delivery-accepted/,
    );
  });
});

it('after an outage the outbox empties first: nothing is told twice in a hurry', async () => {
  const { id } = await publish();
  lab.broker.connected = false;
  await lab.app.get(Reconciler).turn();
  lab.pass(60_000);
  lab.broker.connected = true;

  expect(await lab.app.get(Reconciler).turn()).toBe(0);
  lab.pass(10_001);
  await lab.app.get(Reconciler).turn();

  expect(ids()).toEqual([`${id}:1:released`, `${id}:1:released:again-1`]);
});
