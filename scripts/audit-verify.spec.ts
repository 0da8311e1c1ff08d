import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

async function verified(lines: readonly unknown[]): Promise<{ code: number; out: string }> {
  const file = join(folder, 'export.ndjson');
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
  await writeFile(
    file,
    [{ kind: 'towncrier-audit', version: 1, publicKey }, ...lines]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, file],
      (error, stdout, stderr) =>
        done({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });
}

it('finds a whole trail whole', async () => {
  expect(await verified(rows().map((row) => ({ row })))).toEqual({
    code: 0,
    out: '4 rows, 0 anchors: whole\n',
  });
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
