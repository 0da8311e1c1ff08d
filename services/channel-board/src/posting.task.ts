import type { PostingDoc, Standing } from './board.documents.ts';
import type { Board } from './settings.ts';

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
 * is the date in China: a 公示 comes down after its last day.
 */
export function taskOf(
  standing: Pick<Standing, 'state' | 'edition' | 'noticeTo'>,
  posting: Pick<PostingDoc, 'state' | 'edition'> | null,
  today: string,
): Task {
  const hangs = posting !== null && posting.state === 'posted';
  const over = standing.noticeTo !== null && today > standing.noticeTo;
  if (standing.state === 'withdrawn' || over) return hangs ? 'remove' : 'none';
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

/** Pure. One task for every board. */
export function tasksFor(
  standing: Pick<Standing, 'state' | 'edition' | 'noticeTo'>,
  boards: readonly Board[],
  hanging: readonly PostingDoc[],
  today: string,
): readonly BoardTask[] {
  return boards.map(({ id, title, paper }) => {
    const posting = hanging.find((p) => p.board === id) ?? null;
    const task = taskOf(standing, posting, today);
    return {
      board: id,
      boardTitle: title,
      paper,
      do: task,
      words: taskWords[task],
      hangs: posting?.state === 'posted' ? posting.edition : null,
      proof: posting?.proof ?? null,
      at: posting?.at ?? null,
    };
  });
}
