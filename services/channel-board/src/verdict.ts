import { dateInWords, endingWords, instantInWords } from '@towncrier/content';
import type { Standing } from './board.documents.ts';
import type { Board } from './board.places.ts';

/** What a scanned code means. `edition` and `board` are what the code says; null where it says nothing. */
export interface Scan {
  readonly edition: number | null;
  readonly board: string | null;
}
export type Verdict =
  | {
      readonly state: 'in-force' | 'superseded' | 'withdrawn';
      readonly headline: string;
      readonly notes: readonly string[];
      readonly standing: Standing;
    }
  | { readonly state: 'unknown'; readonly headline: string; readonly notes: readonly string[] };

export const unverified = '未能核验';

/** Pure. `today` is the calendar date in China. */
export function verdictOn(
  standing: Standing | null,
  scan: Scan,
  boards: readonly Board[],
  today: string,
): Verdict {
  if (standing === null || (scan.edition !== null && scan.edition > standing.edition)) return unknown;
  const place = boardNote(scan.board, boards);
  if (standing.state === 'withdrawn') return withdrawn(standing, place);
  if (scan.edition !== null && scan.edition < standing.edition)
    return superseded(standing, scan.edition, place);
  return inForce(standing, today, place);
}

const unknown: Verdict = {
  state: 'unknown',
  headline: unverified,
  notes: ['系统里没有这张公示单。它可能是伪造的，请不要据此办理任何事项。'],
};

function withdrawn(standing: Standing, place: readonly string[]): Verdict {
  const { reason, at, act } = standing.withdrawal ?? { reason: '未说明', at: standing.releasedAt };
  const { verb, headline, advice, because } = endingWords(act);
  return {
    state: 'withdrawn',
    headline,
    standing,
    notes: [`本件已于${instantInWords(at)}${verb}，${advice}。`, `${because}：${reason}`, ...place],
  };
}

function superseded(standing: Standing, seen: number, place: readonly string[]): Verdict {
  const holds = `第${standing.edition}版`;
  const reason = standing.corrects === null ? [] : [`更正原因：${standing.corrects.reason}`];
  return {
    state: 'superseded',
    headline: '已更正',
    standing,
    notes: [`您看到的是第${seen}版，现行的是${holds}，请以${holds}为准。`, ...reason, ...place],
  };
}

function inForce(standing: Standing, today: string, place: readonly string[]): Verdict {
  const over =
    standing.noticeTo !== null && today > standing.noticeTo
      ? [`公示期已于${dateInWords(standing.noticeTo)}届满。`]
      : [];
  return {
    state: 'in-force',
    headline: '现行有效',
    standing,
    notes: [`您看到的第${standing.edition}版是现行版本。`, ...over, ...place],
  };
}

function boardNote(board: string | null, boards: readonly Board[]): readonly string[] {
  if (board === null) return [];
  const found = boards.find((b) => b.id === board);
  return [found === undefined ? '这个公示栏没有登记，请核对张贴地点。' : `张贴于${found.title}。`];
}
