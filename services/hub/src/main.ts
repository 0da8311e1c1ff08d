import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { connectBroker, JetStreamStrategy, releaseSigner } from '@towncrier/messaging';
import { openSigningKey } from '@towncrier/secrets';
import { loadSettings, releaseKeysFile } from '@towncrier/settings';
import { openStore } from '@towncrier/storage';
import { createLogger, createMetrics, startTelemetry, stopOnSignals } from '@towncrier/telemetry';
import { composeHub } from './compose.ts';
import { createApp } from './hub.app.ts';
import type { HubParts } from './ports/hub.parts.ts';
import { hubSettings, type HubSettings } from './ports/hub.settings.ts';

const service = 'hub';
type Parts = HubParts & {
  readonly broker: Awaited<ReturnType<typeof connectBroker>>;
  readonly metrics: ReturnType<typeof createMetrics>;
};

async function start(): Promise<void> {
  const settings = loadSettings(hubSettings);
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  const telemetry = await startTelemetry({ service, ...(endpoint === undefined ? {} : { endpoint }) });
  const parts = await openParts(settings);
  const { store, broker, log, metrics } = parts;
  const hub = await composeHub(parts);
  const app = await createApp(hub);
  app.connectMicroservice<MicroserviceOptions>(
    { strategy: new JetStreamStrategy({ broker, service, log, metrics }) },
    { inheritAppConfig: true },
  );
  await hub.start();
  await app.listen(settings.PORT, settings.HOST);
  log.info({ port: settings.PORT }, 'ready');
  // waits for the broker, which may be down for now; work is taken in meanwhile
  await app.startAllMicroservices();

  stopOnSignals(
    () => app.close(),
    () => hub.stop(),
    () => broker.close(),
    () => store.close(),
    () => telemetry.shutdown(),
  );
}

/** What the hub gets from outside, as it runs for real. */
async function openParts(settings: HubSettings): Promise<Parts> {
  const { MONGODB_URI: mongodbUri, TOWNCRIER_DATA: dataDir } = settings;
  const log = createLogger({ service, level: settings.LOG_LEVEL });
  const store = await openStore({ service, dataDir, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  const signing = await openSigningKey(keyFilesOf(settings), new Date().toISOString());
  const broker = await connectBroker({
    url: settings.NATS_URL,
    service,
    log,
    memory: join(dataDir, 'broker.json'),
    lazy: true,
    sign: releaseSigner(signing),
  });
  return {
    settings,
    store,
    broker,
    log,
    metrics: createMetrics(service),
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
  };
}

/** The private half stays in the folder of the hub. */
const keyFilesOf = (settings: HubSettings) => ({
  privateFile: join(settings.TOWNCRIER_DATA, 'release-signing.json'),
  publicFile: releaseKeysFile(settings),
});

start().catch((error: unknown) => {
  process.stderr.write(`hub cannot start: ${reason(error)}\n`);
  process.exit(1);
});

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'EADDRINUSE'
    ? `${error.message}; stop the other program or set PORT`
    : error.message;
}
