import type { ReachTold } from './reach.desk.ts';

type Told = Extract<ReachTold, { is: 'told' }>['reach'];

const count = (n: number): string => n.toLocaleString('zh-CN');

type Counted = Pick<Told['kinds'][number], 'measure' | 'reached' | 'of'>;

/** 3/4 块屏; all of them are 4 块屏. */
const kindWords = ({ measure, reached, of }: Counted): string =>
  `${reached === of ? '' : `${count(reached)}/`}${count(of)} ${measure}`;

/** Kinds that are counted in the same words are one number to a reader. */
const byMeasure = (kinds: Told['kinds']): readonly Counted[] =>
  [...Map.groupBy(kinds, ({ measure }) => measure)].map(([measure, same]) => ({
    measure,
    reached: same.reduce((sum, kind) => sum + kind.reached, 0),
    of: same.reduce((sum, kind) => sum + kind.of, 0),
  }));

/** A channel that declares no kinds has one place where everybody looks. */
export const isUndivided = (told: ReachTold): boolean => told.is === 'told' && told.reach.kinds.length === 0;

/** 3/4 块屏 · 2 台一体机: kinds that the channel has none of are not spoken of. */
function reachedWords({ kinds }: Told): string {
  if (kinds.length === 0) return '不分终端，发布即向所有人公开';
  const there = byMeasure(kinds).filter(({ of }) => of > 0);
  return there.length === 0 ? '没有在用的终端' : there.map(kindWords).join(' · ');
}

/** All channels in one line: those that have targets, or why there is nothing to count. */
export function allWords(all: readonly ReachTold[]): string {
  const counted = all.filter((one) => one.is === 'told' && one.reach.of > 0);
  if (counted.length > 0) return counted.map(reachWords).join(' · ');
  const answered = all.filter(({ is }) => is === 'told');
  if (answered.length === 0) return '没有渠道应答';
  return answered.every(isUndivided) ? '所选渠道不分终端' : '所选渠道没有在用的终端';
}

/** One line about a channel, for the editor and the reviewer. */
export function reachWords(told: ReachTold): string {
  switch (told.is) {
    case 'told':
      return reachedWords(told.reach);
    case 'refused':
      return '渠道不接受这个受众';
    case 'silent':
      return '渠道未应答，不知道能送达哪些终端';
  }
}

const named = (all: readonly { readonly id: string; readonly title: string }[]): string =>
  all.map(({ id, title }) => `${title}（${id}）`).join('、');

/** What a line does not tell: who is meant and will not show it. */
export function reachNotes(told: ReachTold): readonly string[] {
  if (told.is === 'silent') return [];
  if (told.is === 'refused') return told.problems.map(({ message, remedy }) => `${message}；${remedy}`);
  const { withoutConsent, resting, unknown } = told.reach;
  return [
    ...(unknown.length === 0 ? [] : [`没有这些终端：${unknown.join('、')}`]),
    ...(withoutConsent.length === 0 ? [] : [`所属单位未同意代发：${named(withoutConsent)}`]),
    ...(resting.length === 0 ? [] : [`已暂停或停用：${named(resting)}`]),
  ];
}
