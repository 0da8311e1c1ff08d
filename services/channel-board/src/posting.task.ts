import type { PostingDoc, Standing } from './board.documents.ts';
import type { Board, Place } from './board.places.ts';

/** What is to be done at one board: `post` 张贴 · `replace` 撤旧贴新 · `remove` 撤榜 · `none`. */
export type Task = 'post' | 'replace' | 'remove' | 'none';

export const taskWords: Readonly<Record<Task, string>> = {
  post: '待张贴',
  replace: '撤旧贴新',
  remove: '待撤榜',
  none: '无事项',
};

/**
 * Pure. What hangs there decides together with what holds; a sheet that never hung needs no removing. `today`
 * is the date in China: a 公示 comes down after its last day. A paused board gets nothing new; from one that is
 * retired, or no longer meant, the sheet is taken down.
 */
export function taskOf(
  standing: Pick<Standing, 'state' | 'edition' | 'noticeTo'>,
  posting: Pick<PostingDoc, 'state' | 'edition'> | null,
  today: string,
  place: Place['is'] = 'meant',
): Task {
  const hangs = posting !== null && posting.state === 'posted';
  const over = standing.noticeTo !== null && today > standing.noticeTo;
  if (standing.state === 'withdrawn' || over || place === 'retired' || place === 'left')
    return hangs ? 'remove' : 'none';
  if (place === 'paused') return 'none';
  if (!hangs) return posting !== null && posting.edition === standing.edition ? 'none' : 'post';
  return posting.edition < standing.edition ? 'replace' : 'none';
}

/** One board's task and what hangs there: the edition, or null; since `at` (ISO 8601, UTC). */
export interface BoardTask {
  readonly board: string;
  readonly boardTitle: string;
  readonly paper: Board['paper'];
  readonly do: Task;
  readonly words: string;
  readonly hangs: number | null;
  readonly proof: PostingDoc['proof'] | null;
  readonly at: string | null;
}

/** Stands on a board whose paper nobody approved a sheet for. */
export const noSheetWords = '版式未经审批，下一版起展示';

/** Pure. One task for every place. */
export function tasksFor(
  standing: Pick<Standing, 'state' | 'edition' | 'noticeTo' | 'papers'>,
  places: readonly Place[],
  hanging: readonly PostingDoc[],
  today: string,
): readonly BoardTask[] {
  const byBoard = new Map(hanging.map((posting) => [posting.board, posting]));
  return places.map((place) => {
    const { id, title, paper } = place.board;
    const posting = byBoard.get(id) ?? null;
    const task = taskOf(standing, posting, today, place.is);
    const noSheet =
      (task === 'post' || task === 'replace') && !standing.papers.some((p) => p.paper === paper);
    return {
      board: id,
      boardTitle: title,
      paper,
      do: noSheet ? 'none' : task,
      words: noSheet ? noSheetWords : wordsOf(task, place.is),
      hangs: posting?.state === 'posted' ? posting.edition : null,
      proof: posting?.proof ?? null,
      at: posting?.at ?? null,
    };
  });
}

function wordsOf(task: Task, place: Place['is']): string {
  if (task === 'remove' && place === 'retired') return '公示栏已停用，待撤榜';
  if (place === 'paused' && task === 'none') return '公示栏已暂停';
  return taskWords[task];
}
