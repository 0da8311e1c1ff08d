import 'reflect-metadata';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectBroker, JetStreamStrategy, releaseCheck, type Broker } from '@towncrier/messaging';
import { loadSettings, releaseKeysFile } from '@towncrier/settings';
import { declaredStore, openStore, type Store } from '@towncrier/storage';
import {
  createLogger,
  createMetrics,
  mountHealth,
  startTelemetry,
  stopOnSignals,
} from '@towncrier/telemetry';
import { MONITOR_TOKEN } from './access/bearer.guard.ts';
import { collections } from './collections.ts';
import { deadLetterCollection } from './dead-letters/dead-letter.ts';
import { DeadLettersController } from './dead-letters/dead-letters.ts';
import { LettersService } from './dead-letters/letters.service.ts';
import { LetterNews } from './dead-letters/letter.news.ts';
import { LedgerConsumer } from './ledger/ledger.consumer.ts';
import { LedgerController } from './doors/ledger.controller.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { RetryService } from './course/retry.service.ts';
import { ledger } from './ledger/row.ts';
import { editionForms, editions } from './matrix/edition.ts';
import { MatrixController } from './matrix/matrix.controller.ts';
import { MatrixService } from './matrix/matrix.service.ts';
import { monitorSettings } from './settings.ts';
import { StatsController } from './stats/stats.controller.ts';
import { StatsService } from './stats/stats.service.ts';

const service = 'monitor';

/** What the monitor is made of, around the store and the broker that it found. */
async function moduleOf(store: Store, broker: Broker, token: string): Promise<Type> {
  const rows = await store.collection(ledger);
  const matrix = new MatrixService(
    rows,
    await store.collection(editions),
    await store.collection(editionForms),
  );
  await matrix.catchUp();
  const book = new LedgerService(rows, (id) => matrix.follow(id));
  const stats = new StatsService(rows, () => new Date());
  stats.follow(book);
  await stats.catchUp();
  const news = new LetterNews();
  const letters = new LettersService({
    docs: await store.collection(deadLetterCollection),
    news,
    ledger: book,
    broker,
    clock: () => new Date(),
  });
  @Module({
    controllers: [LedgerConsumer, LedgerController, MatrixController, StatsController, DeadLettersController],
    providers: [
      { provide: LedgerService, useValue: book },
      { provide: MatrixService, useValue: matrix },
      { provide: StatsService, useValue: stats },
      { provide: RetryService, useValue: new RetryService(broker, () => new Date()) },
      { provide: LetterNews, useValue: news },
      { provide: LettersService, useValue: letters },
      { provide: MONITOR_TOKEN, useValue: token },
    ],
  })
  class MonitorModule {}
  return MonitorModule;
}

async function start(): Promise<void> {
  const settings = loadSettings(monitorSettings);
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    MONGODB_URI: mongodbUri,
    TOWNCRIER_DATA: dataDir,
  } = settings;
  const telemetry = await startTelemetry({ service, ...(endpoint === undefined ? {} : { endpoint }) });
  const log = createLogger({ service, level: settings.LOG_LEVEL });
  const metrics = createMetrics(service);
  const opened = await openStore({ service, dataDir, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  const store = declaredStore(opened, collections);
  const memory = join(dataDir, 'broker.json');
  const broker = await connectBroker({
    url: settings.NATS_URL,
    service,
    log,
    memory,
    keepsStreams: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    await moduleOf(store, broker, settings.MONITOR_TOKEN),
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: ['error', 'warn'] },
  );
  const check = releaseCheck(releaseKeysFile(settings));
  app.connectMicroservice<MicroserviceOptions>({
    strategy: new JetStreamStrategy({ broker, service, log, metrics, check }),
  });
  mountHealth(app.getHttpAdapter().getInstance(), { broker, store, metrics });
  await app.startAllMicroservices();
  await app.listen(settings.PORT, settings.HOST);
  log.info({ port: settings.PORT }, 'ready');
  stopOnSignals(
    () => app.close(),
    () => broker.close(),
    () => store.close(),
    () => telemetry.shutdown(),
  );
}

start().catch((error: unknown) => {
  process.stderr.write(`monitor cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
