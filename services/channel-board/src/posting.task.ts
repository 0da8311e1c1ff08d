import type { PostingDoc, Standing } from './board.documents.ts';

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
