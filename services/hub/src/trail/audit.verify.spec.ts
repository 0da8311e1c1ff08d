import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFact } from './audit.fact.ts';
import { beginning, hashOfRow, type AuditRow } from './audit.hash.ts';
import { anchored, verifyChain, type Anchor } from './audit.verify.ts';

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
const named = (rows: readonly AuditRow[], anchors: readonly Anchor[] = []): string[] =>
  verifyChain(rows, anchors, publicKey).problems.map((p) => `${p.kind} ${p.sequence}`);

describe('a chain that nobody touched', () => {
  it('is found to be whole', () => {
    const rows = chainOf(length);
    expect(verifyChain(rows, [anchorAt(rows[7] as AuditRow)], publicKey)).toEqual({
      ok: true,
      rows: length,
      anchors: 1,
      problems: [],
    });
    expect(verifyChain([], [], publicKey).ok).toBe(true);
  });
});

describe('what somebody did to the chain is found and named:', () => {
  it('a row that was changed', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('who', 'act', 'reason', 'at'), (n, field) => {
        const rows = chainOf(length);
        const forged = rows.with(n, {
          ...(rows[n] as AuditRow),
          fact: { ...fact(n + 1), [field]: field === 'at' ? '2026-11-22T01:00:00.000Z' : 'zhang.san' },
        });
        expect(named(forged)).toContain(`changed ${n + 1}`);
      }),
    );
  });

  it('a row that was changed and hashed anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (n) => {
        const rows = chainOf(length);
        const row = { ...(rows[n] as AuditRow), fact: { ...fact(n + 1), who: 'zhang' } };
        expect(named(rows.with(n, { ...row, hash: hashOfRow(row) }))).toEqual([`changed ${n + 2}`]);
      }),
    );
  });

  it('a row that is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (n) => {
        expect(named(chainOf(length).toSpliced(n, 1))).toContain(`missing ${n + 1}`);
      }),
    );
  });

  it('rows that changed places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: length - 2 }), (n) => {
        const rows = chainOf(length);
        const swapped = rows.with(n, rows[n + 1] as AuditRow).with(n + 1, rows[n] as AuditRow);
        expect(named(swapped)).toContain(`reordered ${n + 1}`);
      }),
    );
  });

  it('an end that was cut off behind an anchor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: length - 1 }), (kept) => {
        const rows = chainOf(length);
        expect(named(rows.slice(0, kept), [anchorAt(rows.at(-1) as AuditRow)])).toEqual([`anchor ${length}`]);
      }),
    );
  });

  it('a chain that was made anew from some row on', () => {
    const rows = chainOf(length);
    const remade = [...rows.slice(0, 5), ...rows.slice(5)].reduce<AuditRow[]>((made, row) => {
      const next = {
        ...row,
        previous: made.at(-1)?.hash ?? beginning,
        fact: row.sequence === 6 ? { ...row.fact, who: 'zhang' } : row.fact,
      };
      return [...made, { ...next, hash: hashOfRow(next) }];
    }, []);
    expect(named(remade)).toEqual([]);
    expect(named(remade, [anchorAt(rows[9] as AuditRow)])).toEqual(['anchor 10']);
  });

  it('an anchor that was signed by somebody else', () => {
    const rows = chainOf(length);
    const anchor = anchorAt(rows[3] as AuditRow);
    expect(named(rows, [{ ...anchor, signature: Buffer.from('x'.repeat(64)).toString('base64') }])).toEqual([
      'anchor 4',
    ]);
  });
});
