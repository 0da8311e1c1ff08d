import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { retryRequestedV1, commands, commandSubject } from '@towncrier/contracts';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { currentTraceparent, withSpan } from '@towncrier/telemetry';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { consume } from './consume.ts';
import { connectBroker, type JetStreamBroker } from './jetstream.broker.ts';
import { withEvents } from './outbox.append.ts';
import { OutboxRelay } from './outbox.relay.ts';
import { outboxFields } from './outbox.ts';

const silent = { info: () => undefined, warn: () => undefined };
const now = '2026-11-23T08:00:00.000Z';

describe('one trace', () => {
  const spans = new InMemorySpanExporter();
  let folder: string;
  let store: Store;
  let broker: JetStreamBroker;
  beforeAll(async () => {
    new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register();
    folder = await mkdtemp(join(tmpdir(), 'towncrier-trace-'));
    store = await openSqliteStore(folder);
    broker = await connectBroker({ url: inject('natsUrl'), service: 'trace', log: silent });
  });
  afterAll(async () => {
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('runs from the request over the outbox and the broker into the handler', async () => {
    const schema = z.object({
      _id: z.string(),
      version: z.int(),
      ...outboxFields,
    });
    const documents = await store.collection({
      name: 'documents',
      schemaVersion: 1,
      schema,
      indexes: [['outboxAt']],
    });
    const relay = new OutboxRelay({ collection: documents, broker, log: silent });
    const heard = Promise.withResolvers<string | undefined>();
    const loop = await consume({
      broker,
      stream: commands.stream,
      subject: commandSubject('trace'),
      durable: 'trace_commands',
      slots: 1,
      deliver: 'new',
      handle: () => {
        heard.resolve(currentTraceparent());
        return Promise.resolve();
      },
    });

    const request = await withSpan('POST /publish', {}, async () => {
      const traceparent = currentTraceparent();
      const event = retryRequestedV1.create({
        id: 'trace-1',
        source: '/e2e',
        subject: 'x',
        time: now,
        traceparent,
        data: {
          delivery: '7K3QZP4M:1:trace:publish',
          publication: '7K3QZP4M',
          edition: 1,
          channel: 'trace',
          operation: 'publish',
          by: 'a',
          at: now,
        },
      });
      await documents.insert(
        withEvents(
          { _id: 'one', outbox: [], outboxAt: null },
          [{ subject: commandSubject('trace'), envelope: event }],
          now,
        ),
      );
      return traceparent;
    });
    relay.start();
    const inHandler = await heard.promise;
    await loop.close();
    await relay.stop();

    const trace = (of: string | undefined): string | undefined => of?.split('-')[1];
    expect(trace(request)).toMatch(/^[0-9a-f]{32}$/);
    expect(trace(inHandler)).toBe(trace(request));
    const names = spans
      .getFinishedSpans()
      .filter((s) => s.spanContext().traceId === trace(request))
      .map((s) => s.name);
    expect(names).toEqual(
      expect.arrayContaining([
        'POST /publish',
        `publish ${commandSubject('trace')}`,
        `process ${commandSubject('trace')}`,
      ]),
    );
  });
});
