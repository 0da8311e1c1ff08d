import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anchored, handedOut } from '../services/hub/src/trail/anchor.ts';
import { beginning, hashOfRow, type AuditRow } from '../services/hub/src/trail/audit.hash.ts';

const script = fileURLToPath(new URL('audit-verify.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function rows(): AuditRow[] {
  const made: AuditRow[] = [];
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    const fact = {
      id: `f${sequence}`,
      at: '2026-11-23T01:00:00.000Z',
      who: 'li',
      from: 'internal',
      act: 'publication.edit',
      about: 'publication/7K3QZP4M',
      before: null,
      after: null,
    };
    const row = { sequence, algorithm: 'sha256' as const, previous: made.at(-1)?.hash ?? beginning, fact };
    made.push({ ...row, hash: hashOfRow(row) });
  }
  return made;
}

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

async function verified(
  lines: readonly unknown[],
  ...more: readonly string[]
): Promise<{ code: number; out: string }> {
  const file = join(folder, 'export.ndjson');
  await writeFile(
    file,
    [{ kind: 'towncrier-audit', version: 1, publicKey }, ...lines]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, file, ...more],
      (error, stdout, stderr) =>
        done({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });
}

it('never calls a trail whole by what the house says of itself', async () => {
  const { code, out } = await verified(rows().map((row) => ({ row })));
  expect(code).toBe(2);
  expect(out).toMatch(/^4 rows, 0 anchors: 未证明 \/ not proven/);
});

it('finds a trail whole that anchors outside the house confirm, and one cut short not', async () => {
  const anchors = join(folder, 'anchors.ndjson');
  const { sequence, hash } = rows().at(-1) as AuditRow;
  const facts = { date: '2026-11-23', sequence, hash, at: '2026-11-23T02:00:00.000Z' };
  const signature = sign(null, anchored(facts), pair.privateKey).toString('base64');
  await writeFile(anchors, `${JSON.stringify(handedOut({ ...facts, signature }, publicKey))}\n`);

  const lines = rows().map((row) => ({ row }));
  expect(await verified(lines, '--anchors', anchors)).toEqual({
    code: 0,
    out: '4 rows, 0 anchors: whole to row 4, as anchors outside the house say\n',
  });
  const short = await verified(lines.slice(0, 3), '--anchors', anchors);
  expect(short.code).toBe(1);
  expect(short.out).toContain('outside 4:');
});

it('names the row that was changed, and the one that is missing', async () => {
  const [one, two, , four] = rows() as [AuditRow, AuditRow, AuditRow, AuditRow];
  const { code, out } = await verified([
    { row: one },
    { row: { ...two, fact: { ...two.fact, who: 'zhang' } } },
    { row: four },
  ]);
  expect(code).toBe(1);
  expect(out).toContain('changed 2:');
  expect(out).toContain('missing 3:');
});

it('says what is wrong with a file that is none', async () => {
  const file = join(folder, 'other.txt');
  await writeFile(file, 'hello');
  const out = await new Promise<string>((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, file],
      (_error, stdout, stderr) => done(stdout + stderr),
    );
  });
  expect(out).toContain('Line 1 is not JSON');
});
