import { isSigned, type Anchor, type HandedAnchor } from './anchor.ts';
import { ChainReader } from './chain.reader.ts';
import type { AuditProblem } from './audit.problem.ts';
import type { AuditRow } from './audit.hash.ts';

export interface Verification {
  /** Nothing was found that contradicts the rows. */
  readonly ok: boolean;
  /** Until which row anchors from outside the house confirm them; null without any: then nothing is proven. */
  readonly provenTo: number | null;
  readonly rows: number;
  readonly anchors: number;
  readonly problems: readonly AuditProblem[];
}

/** What rows are held against. */
export interface Witnesses {
  /** Those of the house. */
  readonly anchors: readonly Anchor[];
  /** PEM; without it signatures of the house are not checked. */
  readonly publicKey: string | null;
  /** What was handed out of the house, from where the house cannot write. */
  readonly outside?: readonly HandedAnchor[];
}

/** An anchor is handed out at the latest every so many rows; twice as many without one say that some are kept back. */
export const anchoredEvery = 100;

/**
 * Reads the chain once from its beginning, keeping nothing of it, and names each row that was changed, is missing or
 * stands in another place. Anchors of the house tell less than they seem to: who can write the rows can sign anew.
 * Only what lies outside proves.
 */
export async function verifyChain(
  rows: Iterable<AuditRow> | AsyncIterable<AuditRow>,
  { anchors, publicKey, outside }: Witnesses,
): Promise<Verification> {
  const reader = new ChainReader([...anchors, ...(outside ?? [])].map((a) => a.sequence));
  for await (const row of rows) reader.add(row);
  const problems: AuditProblem[] = [
    ...reader.problems(),
    ...anchors.flatMap((a) => houseProblems(a, reader, publicKey)),
    ...(outside ?? []).flatMap((a) => outsideProblems(a, reader, publicKey)),
  ];
  const last = (outside ?? []).reduce((most, { sequence }) => Math.max(most, sequence), 0);
  if (outside !== undefined && outside.length > 0 && reader.last - last >= 2 * anchoredEvery)
    problems.push({
      kind: 'outside',
      sequence: last,
      words: `馆外最后的锚在第 ${last} 行，其后 ${reader.last - last} 行没有锚：锚没有交出去，或被扣留`,
    });
  const provenTo = outside === undefined || outside.length === 0 ? null : last;
  return { ok: problems.length === 0, provenTo, rows: reader.count, anchors: anchors.length, problems };
}

function houseProblems(anchor: Anchor, reader: ChainReader, publicKey: string | null): AuditProblem[] {
  const { at, sequence } = anchor;
  const problem = (words: string): AuditProblem[] => [
    { kind: 'anchor', sequence, words: `${at} 的锚${words}` },
  ];
  if (publicKey !== null && !isSigned(anchor, publicKey)) return problem('签名无效');
  return held(anchor, reader, problem);
}

function outsideProblems(
  anchor: HandedAnchor,
  reader: ChainReader,
  publicKey: string | null,
): AuditProblem[] {
  const { at, sequence } = anchor;
  const problem = (words: string): AuditProblem[] => [
    { kind: 'outside', sequence, words: `馆外保存的 ${at} 的锚${words}` },
  ];
  if (!isSigned(anchor, anchor.publicKey)) return problem('签名无效：请核对馆外的副本');
  if (publicKey !== null && publicKey.trim() !== anchor.publicKey.trim())
    return problem('是用另一把密钥签的：导出件的密钥已被更换');
  return held(anchor, reader, problem);
}

function held(
  { sequence, hash }: Anchor,
  reader: ChainReader,
  problem: (words: string) => AuditProblem[],
): AuditProblem[] {
  if (sequence === 0) return [];
  const there = reader.hashAt(sequence);
  if (there === undefined) return problem(`指向第 ${sequence} 行，但该行已不存在：链尾被截断`);
  return there === hash ? [] : problem(`与第 ${sequence} 行的哈希不符：该行或之前的行已被重写`);
}
