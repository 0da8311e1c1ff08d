import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Collection, type Store } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AuditChain } from './audit.chain.ts';
import { auditRows, type AuditDoc } from './audit.documents.ts';
import { auditFields, withAudit, type AuditFact, type AuditTrail, type WithAudit } from './audit.fact.ts';
import { AuditRelay } from './audit.relay.ts';
import { verifyChain } from './audit.verify.ts';

const noWitness = { anchors: [], publicKey: null };
let folder: string;
let store: Store;
let rows: Collection<AuditDoc>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-audit-'));
  store = await openStore({ service: 'hub', dataDir: folder });
  rows = await store.collection(auditRows);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const fact = (n: number | string): AuditFact => ({
  id: `f${n}`,
  at: '2026-11-23T01:00:00.000Z',
  who: 'li',
  from: '10.0.0.1',
  act: 'publication.edit',
  about: 'publication/7K3QZP4M',
  before: null,
  after: null,
});
const all = async (): Promise<AuditDoc[]> => [
  ...(await rows.find({ sequence: { gt: 0 } }, { order: { sequence: 'asc' }, limit: 1000 })).items,
];

describe('the chain', () => {
  it('is one, without a gap and each fact once, though several replicas append the same at once', async () => {
    const replicas = [1, 2, 3].map(() => new AuditChain(rows, 'sha256'));
    await Promise.all(
      replicas.flatMap((chain, r) =>
        Array.from({ length: 30 }, (_, n) => chain.append([fact(`own-${r}-${n}`), fact(`shared-${n}`)])),
      ),
    );

    const chain = await all();
    expect(chain).toHaveLength(120);
    expect(new Set(chain.map((row) => row.fact.id)).size).toBe(120);
    expect(await verifyChain(chain, noWitness)).toMatchObject({ ok: true, rows: 120 });
  });

  it('goes on with another hash, and verifies across the change', async () => {
    await new AuditChain(rows, 'sha256').append([fact(1)]);
    await new AuditChain(rows, 'sm3').append([fact(2), fact(3)]);

    const chain = await all();
    expect(chain.map((row) => row.algorithm)).toEqual(['sha256', 'sm3', 'sm3']);
    expect((await verifyChain(chain, noWitness)).ok).toBe(true);
  });
});

describe('facts that wait in a document', () => {
  interface Thing extends WithAudit {
    readonly _id: string;
    readonly version: number;
    readonly words: string;
  }
  const things = () =>
    store.collection<Thing>({
      name: 'things',
      schemaVersion: 1,
      schema: z.object({ _id: z.string(), version: z.int(), words: z.string(), ...auditFields }),
      indexes: [['unauditedAt']],
    });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

  it('reach the chain in order, and leave the document', async () => {
    const docs = await things();
    await docs.insert(withAudit({ _id: 'a', words: 'x' }, [fact(1), fact(2)]));
    const relay = new AuditRelay(docs, new AuditChain(rows, 'sha256'), log);
    relay.start();
    await expect.poll(async () => (await docs.get('a'))?.unauditedAt, { timeout: 10_000 }).toBeNull();
    await relay.stop();

    expect((await all()).map((row) => row.fact.id)).toEqual(['f1', 'f2']);
  });

  it('are appended once though the relay died after appending', async () => {
    const docs = await things();
    await docs.insert(withAudit({ _id: 'a', words: 'x' }, [fact(1)]));
    await new AuditChain(rows, 'sha256').append([fact(1)]);

    await new AuditRelay(docs, new AuditChain(rows, 'sha256'), log).stop();

    expect(await all()).toHaveLength(1);
    expect((await docs.get('a'))?.unaudited).toEqual([]);
  });

  it('stay where they are while the chain cannot be written', async () => {
    const docs = await things();
    await docs.insert(withAudit({ _id: 'a', words: 'x' }, [fact(1)]));
    const broken: AuditTrail = { append: () => Promise.reject(new Error('disk full')) };

    await new AuditRelay(docs, broken, log).stop();

    expect((await docs.get('a'))?.unaudited).toHaveLength(1);
  });
});
