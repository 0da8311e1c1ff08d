import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface NatsServerOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Default: a new temporary folder. */
  readonly dir?: string;
  /** More lines of its configuration. */
  readonly config?: string;
  /** More lines inside `jetstream { }`. */
  readonly jetstream?: string;
  /** False leaves it for `start()`. */
  readonly started?: boolean;
}

/** A broker of a test's own, on loopback, that may be ended and started again at will. */
export interface NatsServer {
  readonly url: string;
  readonly port: number;
  readonly dir: string;
  /** Resolves when it takes connections. */
  start(): Promise<void>;
  /** In order (SIGTERM). */
  stop(): Promise<void>;
  /** At once (SIGKILL). */
  kill(): Promise<void>;
  /** Kills it, and its disk is lost; `start()` brings up an empty one. */
  wipe(): Promise<void>;
  /** Ends it for good and deletes its folder. */
  remove(): Promise<void>;
}

export async function startNats(options: NatsServerOptions = {}): Promise<NatsServer> {
  const server = new ServerProcess(
    options.port ?? (await freePort()),
    options.dir ?? (await mkdtemp(join(tmpdir(), 'towncrier-nats-'))),
    options,
  );
  if (options.started !== false) await server.start();
  return server;
}

class ServerProcess implements NatsServer {
  private child: ChildProcess | null = null;
  constructor(
    readonly port: number,
    readonly dir: string,
    private readonly options: NatsServerOptions,
  ) {}

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const config = join(this.dir, 'nats.conf');
    await mkdir(this.dir, { recursive: true });
    await writeFile(
      config,
      `listen: "127.0.0.1:${this.port}"\nmax_payload: 8MB\njetstream {\n  store_dir: ${JSON.stringify(join(this.dir, 'store'))}\n  ${this.options.jetstream ?? ''}\n}\n${this.options.config ?? ''}\n`,
    );
    const child = spawn(findServer(), ['-c', config], { stdio: 'ignore' });
    const orphaned = (): void => {
      child.kill('SIGKILL');
    };
    process.once('exit', orphaned);
    child.once('exit', () => process.removeListener('exit', orphaned));
    this.child = child;
    for (let tries = 0; !(await answers(this.port)); tries += 1) {
      if (child.exitCode !== null || tries > 200)
        throw new Error(`nats-server did not come up on port ${this.port} with ${config}`);
      await sleep(50);
    }
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  async wipe(): Promise<void> {
    await this.kill();
    await rm(join(this.dir, 'store'), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  }
}

/** NATS_SERVER, else on PATH, else the nearest `.cache/bin` upwards. */
function findServer(): string {
  const named = process.env['NATS_SERVER'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    folders.push(join(folder, '.cache', 'bin'));
    if (dirname(folder) === folder) break;
  }
  const found = folders.map((folder) => join(folder, 'nats-server')).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error('no nats-server found: put one on PATH, or name it in NATS_SERVER');
  return found;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(1000, () => done(false));
  });
}
