import 'reflect-metadata';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  connectBroker,
  DurableTaken,
  JetStreamStrategy,
  releaseCheck,
  rethrowFilter,
  type Check,
  type JetStreamBroker,
  type Owner,
} from '@towncrier/messaging';
import { loadSettings, releaseKeysFile, SettingsError } from '@towncrier/settings';
import { openStore, type Store } from '@towncrier/storage';
import {
  createLogger,
  createMetrics,
  mountHealth,
  startTelemetry,
  stopOnSignals,
  type Logger,
  type Metrics,
  type Telemetry,
} from '@towncrier/telemetry';
import type { z } from 'zod';
import type { Channel, Rendition } from './channel.ts';
import { deliveryConsumer, RUNTIME } from './delivery.consumer.ts';
import { kitSettings } from './kit.settings.ts';
import type { ChannelRuntime } from './channel.runtime.ts';
import { createRuntime } from './runtime.ts';
import { identityOf } from './store.identity.ts';
import type { Delivery } from './thread.ts';

/**
 * Runs a channel as a process: consumers, its public pages, health, metrics. Ends the process with one clear
 * line when it cannot start.
 */
export async function runChannel<S, R extends Rendition, P>(channel: Channel<S, R, P>): Promise<void> {
  try {
    await start(channel);
  } catch (error) {
    const words =
      error instanceof SettingsError || error instanceof DurableTaken
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`channel-${channel.id} cannot start: ${words}\n`);
    process.exit(1);
  }
}

type KitSettings = z.infer<typeof kitSettings>;

/** What a channel stands on, whatever its far end is. */
interface Ground {
  readonly service: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly telemetry: Telemetry;
  readonly store: Store;
  readonly broker: JetStreamBroker;
}

async function start<S, R extends Rendition, P>(channel: Channel<S, R, P>): Promise<void> {
  const kit = loadSettings(kitSettings);
  const settings = loadSettings(channel.settings);
  const ground = await groundFor(`channel-${channel.id}`, kit);
  const { log, metrics, store, broker, telemetry } = ground;
  const runtime = await createRuntime(channel, {
    settings,
    store,
    broker,
    clock: () => new Date(),
    log,
    metrics,
    publicUrl: kit.PUBLIC_URL ?? `http://${kit.HOST}:${kit.PORT}`,
    targetKeyFile: kit.TARGET_KEY_FILE ?? join(kit.TOWNCRIER_DATA, 'keys', `channel-${channel.id}.key`),
    quietHours: kit.QUIET_HOURS,
    onSettled: (delivery) => count(metrics, channel.id, delivery),
  });
  const owner = { store: await identityOf(store, new Date().toISOString()), instead: kit.TAKE_OVER_FROM };
  const check = releaseCheck(releaseKeysFile(kit));
  const app = await webAppOf(channel.id, runtime, { ...ground, owner, check });
  await runtime.start();
  await app.listen(kit.PORT, kit.HOST);
  log.info({ port: kit.PORT, mode: channel.mode(settings) }, 'ready');
  stopOnSignals(
    () => app.close(),
    () => runtime.stop(),
    () => broker.close(),
    () => store.close(),
    () => telemetry.shutdown(),
  );
}

async function groundFor(service: string, kit: KitSettings): Promise<Ground> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, MONGODB_URI: mongodbUri } = kit;
  const telemetry = await startTelemetry({ service, ...(endpoint === undefined ? {} : { endpoint }) });
  const log = createLogger({ service, level: kit.LOG_LEVEL });
  const metrics = createMetrics(service);
  const store = await openStore({
    service,
    dataDir: kit.TOWNCRIER_DATA,
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
  });
  const memory = join(kit.TOWNCRIER_DATA, 'broker.json');
  const broker = await connectBroker({ url: kit.NATS_URL, service, log, memory, keepsStreams: false });
  return { service, log, metrics, telemetry, store, broker };
}

/** Its consumers are running when it returns; nothing listens yet. */
async function webAppOf(
  channel: string,
  runtime: ChannelRuntime,
  {
    service,
    broker,
    store,
    log,
    metrics,
    owner,
    check,
  }: Ground & { readonly owner: Owner; readonly check: Check },
): Promise<NestFastifyApplication> {
  @Module({
    controllers: [deliveryConsumer(channel)],
    providers: [{ provide: RUNTIME, useValue: runtime }],
  })
  class ChannelModule {}

  const app = await NestFactory.create<NestFastifyApplication>(
    ChannelModule,
    new FastifyAdapter({ bodyLimit: 2 * 1024 * 1024 }),
    { logger: ['error', 'warn'], bodyParser: false },
  );
  app.useGlobalFilters(rethrowFilter());
  app.connectMicroservice<MicroserviceOptions>(
    { strategy: new JetStreamStrategy({ broker, service, log, metrics, owner, check }) },
    { inheritAppConfig: true },
  );
  const http = app.getHttpAdapter().getInstance();
  mountHealth(http, { broker, store, metrics, farEnd: () => runtime.probe() });
  await runtime.serve(http);
  await app.startAllMicroservices();
  return app;
}

function count(metrics: Metrics, channel: string, d: Delivery): void {
  const seconds = (Date.parse(d.settled?.at ?? d.acceptedAt) - Date.parse(d.releasedAt)) / 1000;
  metrics.deliverySettled(channel, d.operation, d.settled?.outcome ?? '', seconds);
}
