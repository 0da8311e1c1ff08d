import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A server for one test file. */
export interface MongoServer {
  readonly uriOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/**
 * The server at `MONGODB_URI`, else a `mongod` of our own, else one in a container; else why there is none.
 */
export async function findMongoServer(): Promise<MongoServer | { readonly missing: string }> {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined && given !== '')
    return { uriOf: (database) => withDatabase(given, database), stop: async () => undefined };
  const binary = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'mongod'))
    .find((path) => existsSync(path));
  if (binary !== undefined) return ownServer(binary);
  const docker = await promisify(execFile)('docker', ['info', '--format', '{{.ServerVersion}}'], {
    timeout: 10_000,
  }).then(
    () => true,
    () => false,
  );
  if (!docker)
    return { missing: 'MONGODB_URI is not set, there is no mongod on PATH, and Docker does not answer' };
  try {
    return await container();
  } catch (error) {
    return {
      missing: `MONGODB_URI is not set, there is no mongod on PATH, and Docker could not start one (${(error as Error).message})`,
    };
  }
}

function withDatabase(uri: string, database: string): string {
  const [, origin = uri, options = ''] = /^([a-z+]+:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  return `${origin}/${database}${options}`;
}

async function ownServer(binary: string): Promise<MongoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-mongo-'));
  const port = await freePort();
  const server = spawn(
    binary,
    ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    uriOf: (database) => `mongodb://127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function container(): Promise<MongoServer> {
  const { MongoDBContainer } = await import('@testcontainers/mongodb');
  const started = await new MongoDBContainer('mongo:8').start();
  return {
    uriOf: (database) => withDatabase(`${started.getConnectionString()}/?directConnection=true`, database),
    stop: async () => void (await started.stop()),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() =>
          address !== null && typeof address === 'object'
            ? resolve(address.port)
            : reject(new Error('no port')),
        );
      });
  });
}
