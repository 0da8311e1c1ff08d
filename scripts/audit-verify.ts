import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyChain, type Verification } from '../services/hub/src/trail/audit.verify.ts';
import { readHead, readOutside, rowsOf } from './audit/trail.file.ts';
import { program, Trouble } from './lib/trouble.mjs';
import { HubClient } from './try/hub.client.ts';
import { findSystem } from './try/system.ts';

/**
 * `pnpm audit:verify [FILE] [--anchors FILE]`: checks an exported audit trail, or that of the running system, against
 * anchors that lie outside the house. 0 when they prove it, 1 with a line for each row that is not as it was, 2 when
 * nothing is wrong and nothing is proven: without anchors from outside, whoever can write the rows can write it all.
 */
await program(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { anchors: { type: 'string' } },
  });
  const [given] = positionals;
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-audit-'));
  try {
    const file = given ?? (await exportedTo(join(folder, 'export.ndjson')));
    const { publicKey, anchors } = await readHead(file);
    const outside = values.anchors === undefined ? undefined : await readOutside(values.anchors);
    const found = await verifyChain(rowsOf(file), {
      anchors,
      publicKey,
      ...(outside === undefined ? {} : { outside }),
    });
    for (const { kind, sequence, words } of found.problems)
      process.stdout.write(`${kind} ${sequence}: ${words}\n`);
    process.stdout.write(`${found.rows} rows, ${found.anchors} anchors: ${verdict(found)}\n`);
    return found.ok ? (found.provenTo === null ? 2 : 0) : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function verdict({ ok, problems, provenTo, rows }: Verification): string {
  if (!ok) return `${problems.length} problems`;
  if (provenTo === null)
    return '未证明 / not proven: nothing contradicts the rows, and without anchors from outside the house (--anchors FILE) that proves nothing';
  const after = rows - provenTo;
  return `whole to row ${provenTo}, as anchors outside the house say${after === 0 ? '' : `; ${after} rows after it wait for the next anchor`}`;
}

async function exportedTo(file: string): Promise<string> {
  const system = await findSystem((line) => void process.stderr.write(`${line}\n`));
  try {
    const auditor = system.people.find((p) => p.roles.includes('auditor'));
    if (auditor === undefined)
      throw new Trouble(
        'Nobody in credentials.json is an auditor; export the trail in the console and name the file.',
      );
    const client = new HubClient(system.hub);
    await client.signIn(auditor);
    await client.download('/api/v1/audit/export', file);
    return file;
  } finally {
    await system.stop();
  }
}
