import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { freePort } from './ports.mjs';
import { root } from './project.mjs';
import { freePortBase, startStack, type Stack } from './stack.mjs';

/** A service that tells its environment and dies when asked. */
const service = `
import { createServer } from 'node:http';
if (process.env.BROKEN === process.env.TOWNCRIER_DATA.split('/').at(-1)) { console.error('BROKEN: set it to something better'); process.exit(1); }
createServer((request, response) => {
  if (request.url === '/die') process.exit(3);
  response.end(JSON.stringify(process.env));
}).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
`;

/** A program that starts a system and says when it stands. */
const launching = (how: object): string => `
import { startStack } from ${JSON.stringify(join(root, 'scripts/lib/stack.mjs'))};
await startStack({ ...${JSON.stringify(how)}, say: () => undefined });
console.log('ready');
setInterval(() => undefined, 1000);
`;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const told = async (url: string | undefined): Promise<Record<string, string>> =>
  (await fetch(`${url}/`)).json() as Promise<Record<string, string>>;

describe('a running system', () => {
  let at: string;
  let portBase: number;
  let stack: Stack | null = null;
  const lines: string[] = [];
  const options = (environment: Record<string, string> = {}) => ({
    at,
    portBase,
    dataDir: join(at, 'data'),
    environment: { PATH: process.env['PATH'], NATS_URL: inject('natsUrl'), ...environment },
    say: (line: string) => void lines.push(line),
  });

  beforeEach(async () => {
    at = mkdtempSync(join(tmpdir(), 'towncrier-stack-'));
    symlinkSync(join(root, '.tools'), join(at, '.tools'));
    portBase = await freePortBase();
    lines.length = 0;
    for (const [name, entry, towncrier] of [
      ['hub', 'dist/main.js', undefined],
      [
        'channel-gong',
        'dist/src/main.js',
        {
          port: 30,
          environment: { GONG_URL: '{twin}', GONG_TOKEN: 'twin-token', GONG_DIR: '{data}/strokes' },
          provides: { GONG_PAGE: '{self}/page' },
          places: [{ label: 'gong', url: '{self}/listen' }],
        },
      ],
    ] as const) {
      const folder = join(at, 'services', name);
      mkdirSync(join(folder, entry, '..'), { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, type: 'module', towncrier }));
      writeFileSync(join(folder, entry), service);
    }
  });
  afterEach(async () => {
    await stack?.stop();
    stack = null;
    rmSync(at, { recursive: true, force: true });
  });

  it('gives every service its port, folder and token, and a channel its twin', async () => {
    stack = await startStack(options());

    const [hub, gong] = await Promise.all([told(stack.urls['hub']), told(stack.urls['channel-gong'])]);
    expect(hub).toMatchObject({
      PORT: String(portBase),
      TOWNCRIER_DATA: join(at, 'data', 'hub'),
      GONG_PAGE: `http://127.0.0.1:${portBase + 30}/page`,
    });
    expect(gong).toMatchObject({
      GONG_URL: `http://127.0.0.1:${portBase + 50}`,
      GONG_TOKEN: 'twin-token',
      GONG_DIR: join(at, 'data', 'channel-gong', 'strokes'),
    });
    expect(gong['MONITOR_TOKEN']).toBe(hub['MONITOR_TOKEN']);
    expect(stack.places).toContainEqual({
      key: 'gong',
      label: 'gong',
      url: `http://127.0.0.1:${portBase + 30}/listen`,
    });
  });

  it('never mixes a real credential with the twin', async () => {
    stack = await startStack(options({ GONG_TOKEN: 'real' }));

    const gong = await told(stack.urls['channel-gong']);
    expect(gong['GONG_TOKEN']).toBe('real');
    expect(gong['GONG_URL']).toBeUndefined();
    expect(gong['GONG_DIR']).toBe(join(at, 'data', 'channel-gong', 'strokes'));
  });

  it('starts a service again that was killed, and leaves no process when it stops', async () => {
    stack = await startStack(options());
    const hub = stack.processes.get('hub');
    const first = hub?.pid ?? 0;

    hub?.kill('SIGKILL');
    await hub?.ended();
    await hub?.ready();
    expect(hub?.pid).not.toBe(first);
    expect(lines.join('\n')).toMatch(/hub ended \(SIGKILL\)/);

    const pids = [...stack.processes.values()].map((p) => p.pid);
    await stack.stop();
    expect(pids.filter(alive)).toEqual([]);
  });

  it('leaves a killed service down when nobody supervises, until it is started', async () => {
    stack = await startStack({ ...options(), supervise: false });
    const gong = stack.processes.get('channel-gong');
    gong?.kill();
    await gong?.ended();
    expect(gong?.running).toBe(false);

    await gong?.start(20_000, { GONG_MOOD: 'loud' });
    expect((await told(stack.urls['channel-gong']))['GONG_MOOD']).toBe('loud');
    expect((await told(stack.urls['channel-gong']))['PORT']).toBe(String(portBase + 30));
  });

  it('says in one sentence which port is busy, and starts nothing', async () => {
    const other = createServer().listen(portBase + 30, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    try {
      await expect(startStack(options())).rejects.toThrow(
        new RegExp(
          `^Port ${portBase + 30} \\(channel-gong, held by .*\\(process ${process.pid}\\)\\) is in use; ` +
            'end what uses it, or start with TOWNCRIER_PORT_BASE=\\d+, from which all are free',
        ),
      );
      await expect(told(`http://127.0.0.1:${portBase}`)).rejects.toThrow();
    } finally {
      other.close();
    }
  });

  it('refuses a data folder on which another instance runs', async () => {
    stack = await startStack(options());
    await expect(startStack({ ...options(), portBase: await freePortBase() })).rejects.toThrow(
      /Another instance \(process \d+\) is running on the data folder/,
    );
  });

  it('refuses a data folder that cannot be written', async () => {
    writeFileSync(join(at, 'file'), '');
    await expect(startStack({ ...options(), dataDir: join(at, 'file', 'data') })).rejects.toThrow(
      /cannot be written .* set TOWNCRIER_DATA/,
    );
  });

  it('gives up with the last words of a service that cannot start, and stops the others', async () => {
    await expect(startStack(options({ BROKEN: 'channel-gong' }))).rejects.toThrow(
      /channel-gong ended while starting[^]*set it to something better/,
    );
    await expect(told(`http://127.0.0.1:${portBase}`)).rejects.toThrow();
  });

  it('says when the broker that was named does not answer', async () => {
    await expect(startStack(options({ NATS_URL: `nats://127.0.0.1:${await freePort()}` }))).rejects.toThrow(
      /No broker answers at NATS_URL/,
    );
  });

  it('does not outlive a launcher that is killed', async () => {
    const { say: _unsaid, ...how } = options();
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', launching(how)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => launcher.stdout.once('data', resolve));
    const { processes } = JSON.parse(readFileSync(join(at, 'data', 'running.json'), 'utf8')) as {
      processes: Record<string, number>;
    };
    const pids = Object.values(processes);
    expect(pids.map(alive)).toEqual([true, true]);
    launcher.kill('SIGKILL');

    await expect.poll(() => pids.filter(alive), { timeout: 30_000 }).toEqual([]);
  });

  it('ends what a killed launcher left behind', async () => {
    const first = await startStack(options());
    const running = join(at, 'data', 'running.json');
    const noted = JSON.parse(readFileSync(running, 'utf8')) as { processes: Record<string, number> };
    expect(Object.keys(noted.processes).sort()).toEqual(['channel-gong', 'hub']);

    // As if the launcher had been another process that is gone.
    for (const p of first.processes.values()) Object.assign(p, { settled: false });
    writeFileSync(running, JSON.stringify({ ...noted, pid: 2 ** 22 + 1, startedAt: 'long ago' }));
    stack = await startStack(options());
    expect(Object.values(noted.processes).filter(alive)).toEqual([]);
    expect(lines.join('\n')).toMatch(/Ending 2 processes an earlier start left behind/);
  });
});
