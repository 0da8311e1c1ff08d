import { verify } from 'node:crypto';
import { beginning, hashOfRow, type AuditRow } from './audit.hash.ts';

export interface Anchor {
  readonly date: string;
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
}

export interface AuditProblem {
  readonly kind: 'changed' | 'missing' | 'reordered' | 'anchor';
  readonly sequence: number;
  readonly words: string;
}
export interface Verification {
  readonly ok: boolean;
  readonly rows: number;
  readonly anchors: number;
  readonly problems: readonly AuditProblem[];
}

/** What an anchor signs. */
export const anchored = (a: Omit<Anchor, 'signature'>): Buffer =>
  Buffer.from(`towncrier-audit ${a.date} ${a.sequence} ${a.hash} ${a.at}`);

/**
 * Reads the chain from its beginning and names each row that was changed, is missing or stands in another
 * place; the anchors tell
 * whether the end was cut off. `publicKey` is PEM; without it signatures are not checked.
 */
export function verifyChain(
  rows: readonly AuditRow[],
  anchors: readonly Anchor[],
  publicKey: string | null,
): Verification {
  const problems = [...rowProblems(rows), ...anchors.flatMap((a) => anchorProblems(a, rows, publicKey))];
  return { ok: problems.length === 0, rows: rows.length, anchors: anchors.length, problems };
}

function rowProblems(rows: readonly AuditRow[]): AuditProblem[] {
  const problems: AuditProblem[] = [];
  const known = new Set(rows.map((r) => r.sequence));
  const highest = Math.max(0, ...known);
  for (let n = 1; n <= highest; n += 1)
    if (!known.has(n)) problems.push({ kind: 'missing', sequence: n, words: `第 ${n} 行缺失` });
  let previous: AuditRow | null = null;
  for (const row of rows) {
    if (previous !== null && row.sequence <= previous.sequence)
      problems.push({
        kind: 'reordered',
        sequence: row.sequence,
        words: `第 ${row.sequence} 行排在第 ${previous.sequence} 行之后，次序被改动`,
      });
    if (hashOfRow(row) !== row.hash)
      problems.push({
        kind: 'changed',
        sequence: row.sequence,
        words: `第 ${row.sequence} 行的内容与其哈希不符，已被改动`,
      });
    const before =
      row.sequence === 1
        ? beginning
        : previous !== null && previous.sequence === row.sequence - 1
          ? previous.hash
          : null;
    if (before !== null && row.previous !== before)
      problems.push({
        kind: 'changed',
        sequence: row.sequence,
        words: `第 ${row.sequence} 行与前一行不衔接，其中之一已被改动`,
      });
    previous = row;
  }
  return problems;
}

function anchorProblems(anchor: Anchor, rows: readonly AuditRow[], publicKey: string | null): AuditProblem[] {
  const { date, sequence } = anchor;
  const problem = (words: string): AuditProblem[] => [
    { kind: 'anchor', sequence, words: `${date} 的日锚${words}` },
  ];
  if (
    publicKey !== null &&
    !verify(null, anchored(anchor), publicKey, Buffer.from(anchor.signature, 'base64'))
  )
    return problem('签名无效');
  if (sequence === 0) return [];
  const row = rows.find((r) => r.sequence === sequence);
  if (row === undefined) return problem(`指向第 ${sequence} 行，但该行已不存在：链尾被截断`);
  return row.hash === anchor.hash ? [] : problem(`与第 ${sequence} 行的哈希不符`);
}
