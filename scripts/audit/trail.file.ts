import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { handedAnchor, type Anchor, type HandedAnchor } from '../../services/hub/src/trail/anchor.ts';
import type { AuditRow } from '../../services/hub/src/trail/audit.hash.ts';
import { Trouble } from '../lib/trouble.mjs';

interface Line {
  readonly kind?: string;
  readonly publicKey?: string;
  readonly row?: AuditRow;
  readonly anchor?: Anchor;
}

/** Line by line: a trail of years does not fit into memory. */
async function* linesOf(file: string): AsyncIterable<Line> {
  if (!existsSync(file))
    throw new Trouble(`${file} is not there; name a file that the console or /api/v1/audit/export gave out.`);
  let n = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    n += 1;
    if (line.trim() === '') continue;
    try {
      yield JSON.parse(line) as Line;
    } catch {
      throw new Trouble(`Line ${n} is not JSON: the file is cut off or was edited.`);
    }
  }
}

/** What stands around the rows; anchors come after them. */
export async function readHead(
  file: string,
): Promise<{ readonly publicKey: string | null; readonly anchors: readonly Anchor[] }> {
  const anchors: Anchor[] = [];
  let head: Line | undefined;
  for await (const line of linesOf(file)) {
    head ??= line;
    if (head.kind !== 'towncrier-audit') break;
    if (line.anchor !== undefined) anchors.push(line.anchor);
  }
  if (head?.kind !== 'towncrier-audit')
    throw new Trouble(`${file} is no export of an audit trail: its first line must say so.`);
  return { publicKey: head.publicKey ?? null, anchors };
}

export async function* rowsOf(file: string): AsyncIterable<AuditRow> {
  for await (const { row } of linesOf(file)) if (row !== undefined) yield row;
}

/** What a file target or a webhook has kept, one anchor a line. */
export async function readOutside(file: string): Promise<readonly HandedAnchor[]> {
  const found: HandedAnchor[] = [];
  for await (const line of linesOf(file)) {
    const read = handedAnchor.safeParse(line);
    if (!read.success)
      throw new Trouble(`${file} holds something that is no anchor; name what AUDIT_ANCHOR_FILE points to.`);
    found.push(read.data);
  }
  if (found.length === 0) throw new Trouble(`${file} holds no anchor; without one nothing is proven.`);
  return found;
}
