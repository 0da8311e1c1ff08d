/** Reports for handsets that are switched off may take 72 hours; nobody waits for the last one. */
const patienceMs = 60_000;

export interface Receipts {
  readonly total: number;
  readonly delivered: number;
  readonly failed: number;
  readonly startedAt: string;
  readonly now: string;
}

/** Enough is known when every number was reported, or at least one got it and the others had a minute. */
export function judgeReceipts(r: Receipts): { readonly enough: boolean; readonly words: string } {
  const words = `送达 ${r.delivered}/${r.total}${r.failed > 0 ? `，失败 ${r.failed}` : ''}`;
  const all = r.delivered + r.failed >= r.total;
  const late = Date.parse(r.now) - Date.parse(r.startedAt) >= patienceMs;
  return { enough: all || (late && r.delivered > 0), words };
}
