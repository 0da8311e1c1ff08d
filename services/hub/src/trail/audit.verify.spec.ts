import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFact } from './audit.fact.ts';
import { beginning, hashOfRow, type AuditRow } from './audit.hash.ts';
import { anchored, handedOut, type Anchor, type HandedAnchor } from './anchor.ts';
import { verifyChain } from './audit.verify.ts';

const fact = (n: number): AuditFact => ({
  id: `f${n}`,
  at: '2026-11-23T01:00:00.000Z',
  who: 'li',
  from: '10.0.0.1',
  act: 'publication.edit',
  about: 'publication/7K3QZP4M',
  before: null,
  after: null,
  reason: `理由${n}`,
});
const chainOf = (length: number): AuditRow[] =>
  Array.from({ length }).reduce<AuditRow[]>((rows) => {
    const row = {
      sequence: rows.length + 1,
      algorithm: 'sha256' as const,
      previous: rows.at(-1)?.hash ?? beginning,
      fact: fact(rows.length + 1),
    };
    return [...rows, { ...row, hash: hashOfRow(row) }];
  }, []);

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
function anchorAt(row: AuditRow): Anchor {
  const facts = {
    date: '2026-11-23',
    sequence: row.sequence,
    hash: row.hash,
    at: '2026-11-23T16:00:00.000Z',
  };
  return { ...facts, signature: sign(null, anchored(facts), pair.privateKey).toString('base64') };
}
const length = 12;
const place = fc.integer({ min: 0, max: length - 1 });
async function named(rows: readonly AuditRow[], anchors: readonly Anchor[] = []): Promise<string[]> {
  const { problems } = await verifyChain(rows, { anchors, publicKey });
  return problems.map((p) => `${p.kind} ${p.sequence}`);
}

describe('a chain that nobody touched', () => {
  it('is found to be whole', async () => {
    const rows = chainOf(length);
    expect(await verifyChain(rows, { anchors: [anchorAt(rows[7] as AuditRow)], publicKey })).toEqual({
      ok: true,
      provenTo: null,
      rows: length,
      anchors: 1,
      problems: [],
    });
    expect((await verifyChain([], { anchors: [], publicKey })).ok).toBe(true);
  });
});

describe('what somebody did to the chain is found and named:', () => {
  it('a row that was changed', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('who', 'act', 'reason', 'at'), async (n, field) => {
        const rows = chainOf(length);
        const forged = rows.with(n, {
          ...(rows[n] as AuditRow),
          fact: { ...fact(n + 1), [field]: field === 'at' ? '2026-11-22T01:00:00.000Z' : 'zhang.san' },
        });
        expect(await named(forged)).toContain(`changed ${n + 1}`);
      }),
    );
  });

  it('a row that was changed and hashed anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: length - 2 }), async (n) => {
        const rows = chainOf(length);
        const row = { ...(rows[n] as AuditRow), fact: { ...fact(n + 1), who: 'zhang' } };
        expect(await named(rows.with(n, { ...row, hash: hashOfRow(row) }))).toEqual([`changed ${n + 2}`]);
      }),
    );
  });

  it('a row that is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: length - 2 }), async (n) => {
        expect(await named(chainOf(length).toSpliced(n, 1))).toContain(`missing ${n + 1}`);
      }),
    );
  });

  it('rows that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: length - 2 }), async (n) => {
        const rows = chainOf(length);
        const swapped = rows.with(n, rows[n + 1] as AuditRow).with(n + 1, rows[n] as AuditRow);
        expect(await named(swapped)).toContain(`reordered ${n + 1}`);
      }),
    );
  });

  it('an end that was cut off behind an anchor', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: length - 1 }), async (kept) => {
        const rows = chainOf(length);
        expect(await named(rows.slice(0, kept), [anchorAt(rows.at(-1) as AuditRow)])).toEqual([
          `anchor ${length}`,
        ]);
      }),
    );
  });

  it('a chain that was made anew from some row on', async () => {
    const rows = chainOf(length);
    const remade = [...rows.slice(0, 5), ...rows.slice(5)].reduce<AuditRow[]>((made, row) => {
      const next = {
        ...row,
        previous: made.at(-1)?.hash ?? beginning,
        fact: row.sequence === 6 ? { ...row.fact, who: 'zhang' } : row.fact,
      };
      return [...made, { ...next, hash: hashOfRow(next) }];
    }, []);
    expect(await named(remade)).toEqual([]);
    expect(await named(remade, [anchorAt(rows[9] as AuditRow)])).toEqual(['anchor 10']);
  });

  it('an anchor that was signed by somebody else', async () => {
    const rows = chainOf(length);
    const anchor = anchorAt(rows[3] as AuditRow);
    expect(
      await named(rows, [{ ...anchor, signature: Buffer.from('x'.repeat(64)).toString('base64') }]),
    ).toEqual(['anchor 4']);
  });
});

describe('what the house itself may do to its trail', () => {
  const rowCount = 250;
  const honest = chainOf(rowCount);
  const at = (n: number): AuditRow => honest[n - 1] as AuditRow;
  const outside: readonly HandedAnchor[] = [100, 200, 250].map((n) => handedOut(anchorAt(at(n)), publicKey));
  const rebuilt = (from: number): AuditRow[] =>
    honest.reduce<AuditRow[]>((made, { hash: _hash, ...row }) => {
      const fact1 = row.sequence === from ? { ...row.fact, who: 'zhang' } : row.fact;
      const next = { ...row, previous: made.at(-1)?.hash ?? beginning, fact: fact1 };
      return [...made, { ...next, hash: hashOfRow(next) }];
    }, []);
  const other = generateKeyPairSync('ed25519');
  const otherKey = other.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const signedBy = (key: KeyObject, rows: readonly AuditRow[], ...places: readonly number[]): Anchor[] =>
    places.map((n) => {
      const row = rows[n - 1] as AuditRow;
      const facts = { date: '2026-11-23', sequence: n, hash: row.hash, at: '2026-11-23T16:00:00.000Z' };
      return { ...facts, signature: sign(null, anchored(facts), key).toString('base64') };
    });

  const cut = honest.slice(0, 120);
  const anew = rebuilt(150);
  const manipulations = {
    'cuts off the last rows, and the anchors after them': [
      cut,
      signedBy(pair.privateKey, cut, 100),
      publicKey,
    ],
    'rebuilds the chain from some row on, and signs it again': [
      anew,
      signedBy(pair.privateKey, anew, 100, 200, 250),
      publicKey,
    ],
    'rebuilds it with a key made anew': [anew, signedBy(other.privateKey, anew, 100, 200, 250), otherKey],
    'leaves the rows and takes another key': [
      honest,
      signedBy(other.privateKey, honest, 100, 200, 250),
      otherKey,
    ],
    'begins with an empty trail': [[], [], publicKey],
  } as const;

  it.each(Object.entries(manipulations))(
    '%s: whole by its own anchors, found by those outside',
    async (_, made) => {
      const [rows, anchors, key] = made;
      const within = await verifyChain(rows, { anchors, publicKey: key });
      expect(within).toMatchObject({ ok: true, provenTo: null });

      const found = await verifyChain(rows, { anchors, publicKey: key, outside });
      expect(found.ok).toBe(false);
      expect(new Set(found.problems.map((p) => p.kind))).toEqual(new Set(['outside']));
    },
  );

  it('is proven to the last anchor outside where it did nothing', async () => {
    const anchors = signedBy(pair.privateKey, honest, 100, 200, 250);
    expect(await verifyChain(honest, { anchors, publicKey, outside })).toMatchObject({
      ok: true,
      provenTo: 250,
      problems: [],
    });
  });

  it('is noticed where it keeps anchors back', async () => {
    const early = outside.slice(0, 0).concat(handedOut(anchorAt(at(40)), publicKey));
    const { problems } = await verifyChain(honest, { anchors: [], publicKey, outside: early });
    expect(problems.map((p) => p.words)).toEqual([expect.stringContaining('其后 210 行没有锚')]);
  });

  it('and a copy outside that somebody changed is said to be one', async () => {
    const forged = { ...(outside[0] as HandedAnchor), hash: 'f'.repeat(64) };
    const { problems } = await verifyChain(honest, { anchors: [], publicKey, outside: [forged, ...outside] });
    expect(problems.map((p) => p.words)).toEqual([expect.stringContaining('核对馆外的副本')]);
  });
});
