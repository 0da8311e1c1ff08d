import { existsSync, readFileSync } from 'node:fs';
import { verifyChain, type Anchor } from '../services/hub/src/trail/audit.verify.ts';
import type { AuditRow } from '../services/hub/src/trail/audit.hash.ts';
import { program, Trouble } from './lib/trouble.mjs';
import { HubClient } from './try/hub.client.ts';
import { findSystem } from './try/system.ts';

interface Line {
  readonly kind?: string;
  readonly publicKey?: string;
  readonly row?: AuditRow;
  readonly anchor?: Anchor;
}

/**
 * `pnpm audit:verify [FILE]`: checks an exported audit trail, or that of the running system. 0 when it is
 * whole, 1 with a line for each row that is not.
 */
await program(async () => {
  const [file] = process.argv.slice(2);
  const [head, ...lines] = read(file === undefined ? await exported() : textOf(file));
  if (head?.kind !== 'towncrier-audit')
    throw new Trouble(
      `${file ?? 'The answer of the hub'} is no export of an audit trail: its first line must say so.`,
    );
  const found = verifyChain(
    lines.flatMap((l) => l.row ?? []),
    lines.flatMap((l) => l.anchor ?? []),
    head.publicKey ?? null,
  );
  for (const { kind, sequence, words } of found.problems)
    process.stdout.write(`${kind} ${sequence}: ${words}\n`);
  process.stdout.write(
    `${found.rows} rows, ${found.anchors} anchors: ${found.ok ? 'whole' : `${found.problems.length} problems`}\n`,
  );
  return found.ok ? 0 : 1;
});

function textOf(file: string): string {
  if (!existsSync(file))
    throw new Trouble(`${file} is not there; name a file that the console or /api/v1/audit/export gave out.`);
  return readFileSync(file, 'utf8');
}

function read(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, n) => {
      try {
        return JSON.parse(line) as Line;
      } catch {
        throw new Trouble(`Line ${n + 1} is not JSON: the file is cut off or was edited.`);
      }
    });
}

async function exported(): Promise<string> {
  const system = await findSystem((line) => void process.stderr.write(`${line}\n`));
  try {
    const auditor = system.people.find((p) => p.roles.includes('auditor'));
    if (auditor === undefined)
      throw new Trouble(
        'Nobody in credentials.json is an auditor; export the trail in the console and name the file.',
      );
    const client = new HubClient(system.hub);
    await client.signIn(auditor);
    return await client.text('/api/v1/audit/export');
  } finally {
    await system.stop();
  }
}
