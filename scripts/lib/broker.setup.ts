import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { natsProcess } from './nats-process.mjs';
import { findNatsServer } from './nats-server.mjs';
import { freePort } from './ports.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a real broker with JetStream, empty at the start of the run. */
    natsUrl: string;
  }
}

/** Gives the tests of a project one real broker of their own, or the one at NATS_URL. */
export default async function broker(project: TestProject): Promise<(() => Promise<void>) | void> {
  const given = process.env['NATS_URL'];
  if (given !== undefined && given !== '') {
    project.provide('natsUrl', given);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-broker-'));
  const port = await freePort();
  const server = natsProcess({
    binary: await findNatsServer(),
    port,
    folder,
    log: join(folder, 'nats.log'),
    env: process.env,
    supervise: false,
    say: () => undefined,
    onChange: () => undefined,
  });
  await server.start(20_000);
  project.provide('natsUrl', `nats://127.0.0.1:${port}`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
