import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKeyPairSync, sign } from 'node:crypto';
import { anchored, handedOut } from '../services/hub/src/trail/anchor.ts';
import { beginning, hashOfRow } from '../services/hub/src/trail/audit.hash.ts';
import { program } from './lib/trouble.mjs';

/**
 * `node scripts/audit-bench.ts [ROWS]`: makes an export of so many rows (a million) with its anchors, and tells how
 * long and in how much memory `audit:verify` goes through it. The figures stand in docs/benchmarks/AUDIT.md.
 */
await program(async () => {
  const rows = Number(process.argv[2] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-audit-bench-'));
  try {
    const [file, outside] = [join(folder, 'export.ndjson'), join(folder, 'outside.ndjson')];
    await made(rows, file, outside);
    const began = performance.now();
    const script = fileURLToPath(new URL('audit-verify.ts', import.meta.url));
    const told = `process.on('exit', () => process.stderr.write('MAXRSS ' + process.resourceUsage().maxRSS))`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        `data:text/javascript,${encodeURIComponent(told)}`,
        script,
        file,
        '--anchors',
        outside,
      ],
      { encoding: 'utf8' },
    );
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const mebi = Math.round(Number(/MAXRSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024);
    const size = Math.round(statSync(file).size / 1024 / 1024);
    process.stdout.write(`${stdout}${rows} rows (${size} MiB): ${seconds} s, ${mebi} MiB at most\n`);
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function made(rows: number, file: string, outside: string): Promise<void> {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const [out, kept] = [createWriteStream(file), createWriteStream(outside)];
  const anchors: string[] = [];
  out.write(`${JSON.stringify({ kind: 'towncrier-audit', version: 1, publicKey })}\n`);
  let previous = beginning;
  for (let sequence = 1; sequence <= rows; sequence += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) + sequence * 1000).toISOString();
    const fact = {
      id: `publication/7K3QZP4M@${sequence}`,
      at,
      who: 'editor',
      from: '10.0.0.8',
      act: 'publication.draftEdited',
      about: 'publication/7K3QZP4M',
      before: previous,
      after: previous,
    };
    const row = { sequence, algorithm: 'sha256' as const, previous, fact };
    const hash = hashOfRow(row);
    previous = hash;
    if (!out.write(`${JSON.stringify({ row: { ...row, hash } })}\n`)) await once(out, 'drain');
    if (sequence % 100 !== 0) continue;
    const facts = { date: at.slice(0, 10), sequence, hash, at };
    const anchor = { ...facts, signature: sign(null, anchored(facts), pair.privateKey).toString('base64') };
    anchors.push(`${JSON.stringify({ anchor })}\n`);
    kept.write(`${JSON.stringify(handedOut(anchor, publicKey))}\n`);
  }
  for (const line of anchors) out.write(line);
  out.end();
  kept.end();
  await Promise.all([once(out, 'finish'), once(kept, 'finish')]);
}
