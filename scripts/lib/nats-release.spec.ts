import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchRelease } from './nats-release.mjs';

const machine = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;

describe('the broker from its official release', () => {
  let folder: string;
  let server: Server;
  let archive: Buffer;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-release-'));
    const name = `nats-server-v9.9.9-${machine}`;
    mkdirSync(join(folder, 'made', name), { recursive: true });
    writeFileSync(join(folder, 'made', name, 'nats-server'), '#!/bin/sh\necho nats-server: v9.9.9\n');
    execFileSync('tar', ['-czf', 'archive.tar.gz', name], { cwd: join(folder, 'made') });
    archive = readFileSync(join(folder, 'made', 'archive.tar.gz'));
    server = createServer((_request, response) => response.end(archive)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const from = (sum: string) => ({
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: { version: '9.9.9', archives: { [machine]: sum } },
  });

  it('is unpacked once its checksum fits, and runs', async () => {
    const binary = await fetchRelease(
      join(folder, 'bin'),
      from(createHash('sha256').update(archive).digest('hex')),
    );
    expect(execFileSync(binary, { encoding: 'utf8' })).toContain('v9.9.9');
    expect(readdirSync(join(folder, 'bin'))).toEqual(['nats-server']);
  });

  it('is refused when its checksum does not fit, and nothing is left behind', async () => {
    await expect(fetchRelease(join(folder, 'bin'), from('0'.repeat(64)))).rejects.toThrow(/checksum/);
    expect(readdirSync(folder)).toEqual(['made']);
  });
});
