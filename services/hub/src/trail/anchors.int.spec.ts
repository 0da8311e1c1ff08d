import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, webhookOf, type AnchorPlace } from './anchor.places.ts';
import { AnchorKeeper } from './anchor.keeper.ts';
import type { HandedAnchor } from './anchor.ts';
import { AuditChain } from './audit.chain.ts';
import { auditAnchors, auditRows } from './audit.documents.ts';
import { factOf, theSystem } from './audit.deed.ts';
import { verifyChain } from './audit.verify.ts';

let folder: string;
let store: Store;
let chain: AuditChain;
let keepers: AnchorKeeper[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-anchors-'));
  store = await openStore({ service: 'hub', dataDir: folder });
  chain = new AuditChain(await store.collection(auditRows), 'sha256');
  keepers = [];
});
afterEach(async () => {
  for (const keeper of keepers) await keeper.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const at = new Date('2026-11-23T01:00:00.000Z');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const grow = (from: number, count: number): Promise<void> =>
  chain.append(
    Array.from({ length: count }, (_, n) =>
      factOf({ id: `f${from + n}`, act: 'a.b', about: 'a/b', by: theSystem, at }),
    ),
  );
async function keeperWith(...places: readonly AnchorPlace[]): Promise<AnchorKeeper> {
  const keeper = await AnchorKeeper.open(await store.collection(auditAnchors), chain, {
    dataDir: folder,
    places,
    clock: () => at,
    log,
  });
  keepers.push(keeper);
  return keeper;
}
const linesOf = async (file: string): Promise<HandedAnchor[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HandedAnchor);

it('anchors go out every hundred rows by themselves, and prove the chain from there', async () => {
  const file = join(folder, 'outside.ndjson');
  const keeper = await keeperWith(fileOf(file));
  await grow(0, 230);
  await keeper.stop();

  const outside = await linesOf(file);
  expect(outside.map((a) => a.sequence)).toContain(100);
  expect(outside.every((a) => a.short === a.hash.slice(0, 12))).toBe(true);
  const { items } = await (
    await store.collection(auditRows)
  ).find({ sequence: { gt: 0 } }, { order: { sequence: 'asc' }, limit: 1000 });
  const last = Math.max(...outside.map((a) => a.sequence));
  expect(await verifyChain(items, { anchors: [], publicKey: keeper.publicKey, outside })).toMatchObject({
    ok: true,
    provenTo: last,
  });
});

it('a head that is anchored is not anchored again, by nobody', async () => {
  const file = join(folder, 'outside.ndjson');
  const [one, two] = [await keeperWith(fileOf(file)), await keeperWith(fileOf(file))];
  await grow(0, 3);
  await one.anchor();
  await two.anchor();

  expect((await linesOf(file)).map((a) => a.sequence)).toEqual([3]);
  expect(await one.latest()).toBe((await linesOf(file))[0]?.short);
});

it('a place that does not take an anchor gets it later, in order, and keeps no other place waiting', async () => {
  const got: { sequence: number; token: string | undefined }[] = [];
  let broken = true;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!broken) {
        const { sequence } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as HandedAnchor;
        got.push({ sequence, token: request.headers.authorization });
      }
      response.writeHead(broken ? 503 : 204).end();
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/anchors`;
  const file = join(folder, 'outside.ndjson');
  try {
    const keeper = await keeperWith(webhookOf(url, 'a-token-of-sixteen'), fileOf(file));
    await grow(0, 2);
    await expect(keeper.anchor()).rejects.toThrow('answered 503');
    await grow(2, 2);
    await expect(keeper.anchor()).rejects.toThrow('answered 503');
    expect((await linesOf(file)).map((a) => a.sequence)).toEqual([2, 4]);

    broken = false;
    await keeper.anchor();
    const token = 'Bearer a-token-of-sixteen';
    expect(got).toEqual([
      { sequence: 2, token },
      { sequence: 4, token },
    ]);
    expect(await linesOf(file)).toHaveLength(2);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => {
      server.close(done);
    });
  }
});
