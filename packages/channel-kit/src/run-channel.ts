import 'reflect-metadata';
import { join } from 'node:path';
import { Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectBroker, JetStreamStrategy, rethrowFilter } from '@towncrier/messaging';
import { loadSettings, SettingsError } from '@towncrier/settings';
import { openStore } from '@towncrier/storage';
import {
  createLogger,
  createMetrics,
  mountHealth,
  startTelemetry,
  stopOnSignals,
} from '@towncrier/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Channel, Rendition } from './channel.ts';
import { deliveryConsumer, RUNTIME } from './delivery.consumer.ts';
import { kitSettings } from './kit.settings.ts';
import { createRuntime } from './runtime.ts';

/**
 * Runs a channel as a process: consumers, its public pages, health, metrics. Ends the process with one clear
 * line when it cannot start.
 */
export async function runChannel<S, R extends Rendition, P>(channel: Channel<S, R, P>): Promise<void> {
  try {
    await start(channel);
  } catch (error) {
    const words =
      error instanceof SettingsError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`channel-${channel.id} cannot start: ${words}\n`);
    process.exit(1);
  }
}

async function start<S, R extends Rendition, P>(channel: Channel<S, R, P>): Promise<INestApplication> {
  const service = `channel-${channel.id}`;
  const common = loadSettings(kitSettings);
  const settings = loadSettings(channel.settings);
  const telemetry = await startTelemetry({
    service,
    ...(common.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
      ? {}
      : { endpoint: common.OTEL_EXPORTER_OTLP_ENDPOINT }),
  });
  const log = createLogger({ service, level: common.LOG_LEVEL });
  const metrics = createMetrics(service);
  const store = await openStore({
    service,
    dataDir: common.TOWNCRIER_DATA,
    ...(common.MONGODB_URI === undefined ? {} : { mongodbUri: common.MONGODB_URI }),
  });
  const broker = await connectBroker({
    url: common.NATS_URL,
    service,
    log,
    memory: join(common.TOWNCRIER_DATA, 'broker.json'),
  });
  const publicUrl = common.PUBLIC_URL ?? `http://${common.HOST}:${common.PORT}`;
  const runtime = await createRuntime(channel, {
    settings,
    store,
    broker,
    clock: () => new Date(),
    log,
    metrics,
    publicUrl,
    quietHours: common.QUIET_HOURS,
    onSettled: (d) =>
      metrics.deliverySettled(
        channel.id,
        d.operation,
        d.settled?.outcome ?? '',
        (Date.parse(d.settled?.at ?? d.acceptedAt) - Date.parse(d.releasedAt)) / 1000,
      ),
  });

  @Module({
    controllers: [deliveryConsumer(channel.id)],
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
    { strategy: new JetStreamStrategy({ broker, service, log, metrics }) },
    { inheritAppConfig: true },
  );
  const http = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  mountHealth(http, { broker, store, metrics, farEnd: () => runtime.probe() });
  await runtime.serve(http);
  await app.startAllMicroservices();
  await runtime.start();
  await app.listen(common.PORT, common.HOST);
  log.info({ port: common.PORT, mode: channel.mode(settings) }, 'ready');

  stopOnSignals(
    () => app.close(),
    () => runtime.stop(),
    () => broker.close(),
    () => store.close(),
    () => telemetry.shutdown(),
  );
  return app;
}
