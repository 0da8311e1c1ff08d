import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { portBase, root } from '../lib/project.mjs';
import { Trouble } from '../lib/trouble.mjs';
import { parseCredentials, type Credentials } from './hub.client.ts';

export interface System {
  readonly hub: string;
  readonly people: Credentials;
  /** Stops what was started for this; leaves alone what was running. */
  stop(): Promise<void>;
}

/** The system that runs at TOWNCRIER_PORT_BASE, or one of our own for as long as this takes. */
export async function findSystem(say: (line: string) => void): Promise<System> {
  const hub = `http://127.0.0.1:${portBase()}`;
  if (await answers(hub))
    return {
      hub,
      people: knownPeople(),
      stop: () => Promise.resolve(),
    };
  say('Nothing runs yet: starting a system for this');
  const launcher = spawn(process.execPath, [join(root, 'scripts', 'up.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
    detached: true,
  });
  const stop = (): Promise<void> => end(launcher);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    return { hub, people: credentialsIn((await readiness(launcher, say)).data), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(hub: string): Promise<boolean> {
  try {
    const response = await fetch(`${hub}/health/ready`, { signal: AbortSignal.timeout(3000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The first people of the system that runs here, or that has. */
export const knownPeople = (): Credentials =>
  credentialsIn(resolve(process.env['TOWNCRIER_DATA'] || join(root, '.data')));

function credentialsIn(data: string): Credentials {
  const file = [join(data, 'hub', 'credentials.json'), join(data, 'credentials.json')].find(existsSync);
  if (file === undefined)
    throw new Trouble(
      `The passwords of the first people are not below ${data}; set TOWNCRIER_DATA to the data folder of the running system.`,
    );
  return parseCredentials(readFileSync(file, 'utf8'));
}

function readiness(launcher: ChildProcess, say: (line: string) => void): Promise<{ data: string }> {
  return new Promise((done, fail) => {
    const last: string[] = [];
    if (launcher.stdout === null || launcher.stderr === null) throw new Error('the launcher has no output');
    createInterface(launcher.stderr).on('line', (line) => {
      last.push(line);
      say(line);
    });
    createInterface(launcher.stdout).on('line', (line) => {
      if (line.startsWith('{"ready":true')) done(JSON.parse(line) as { data: string });
    });
    launcher.once('exit', () =>
      fail(new Trouble(`The system did not start: ${last.at(-1) ?? 'it said nothing'}`)),
    );
  });
}

function end(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    launcher.once('exit', () => done());
    launcher.kill('SIGTERM');
  });
}
