import 'reflect-metadata';
import { Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { editionReleasedV1, releaseSubject, type Lane } from '@towncrier/contracts';
import { connectBroker, JetStreamStrategy, rethrowFilter, type JetStreamBroker } from '@towncrier/messaging';
import { createMetrics } from '@towncrier/telemetry';
import minimal from '../../../contracts/examples/edition-released.v1/minimal.json' with { type: 'json' };
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { deliveryConsumer, RUNTIME } from './delivery.consumer.ts';

const channel = `lanes-${process.pid}`;
const silent = { info: () => undefined, warn: () => undefined };
/** More than the broker hands out of one durable at a time. */
const many = 200;

/** A channel whose store takes nothing of the normal lane any more. */
class StuckStore {
  readonly begun: string[] = [];
  readonly inbox = {
    release: async (envelope: { id: string; data: { lane: Lane } }): Promise<void> => {
      if (!envelope.id.startsWith(channel)) return;
      this.begun.push(envelope.id);
      if (envelope.data.lane === 'normal') await new Promise(() => undefined);
    },
  };
}

describe('lanes at the broker', () => {
  let broker: JetStreamBroker;
  let app: INestMicroservice;
  let store: StuckStore;
  beforeEach(async () => {
    store = new StuckStore();
    broker = await connectBroker({ url: inject('natsUrl'), service: channel, log: silent });
    @Module({
      controllers: [deliveryConsumer(channel)],
      providers: [{ provide: RUNTIME, useValue: store }],
    })
    class Doors {}
    const metrics = createMetrics(channel);
    app = await NestFactory.createMicroservice<MicroserviceOptions>(Doors, {
      strategy: new JetStreamStrategy({ broker, service: channel, log: silent, metrics }),
      logger: false,
      abortOnError: false,
    });
    app.useGlobalFilters(rethrowFilter());
    await app.listen();
  });
  afterEach(async () => {
    await broker.close();
  });

  const release = async (id: string, lane: Lane): Promise<void> => {
    const { data, subject, time } = editionReleasedV1.schema.parse(minimal);
    const event = editionReleasedV1.create({
      id: `${channel}-${id}`,
      source: '/hub',
      subject,
      time,
      data: { ...data, lane },
    });
    await broker.publish(releaseSubject(lane), event);
  };
  const begun = async (id: string): Promise<void> => {
    while (!store.begun.includes(`${channel}-${id}`)) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('an urgent release is handed over while the normal lane is full and does not move', async () => {
    for (let i = 0; i < many; i += 1) await release(`normal-${i}`, 'normal');
    await begun('normal-0');
    await release('urgent', 'urgent');
    await begun('urgent');
    expect(store.begun.length, 'some normal ones still wait at the broker').toBeLessThan(many);
  });
});
