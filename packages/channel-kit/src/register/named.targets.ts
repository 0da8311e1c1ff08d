import { isDeepStrictEqual } from 'node:util';
import type { RegisterProblem } from '@towncrier/contracts';
import { factTitles, toldKind } from './kind.told.ts';
import { problemsOf } from './register.problems.ts';
import type { Checked } from './row.check.ts';
import type { DeclaredKind } from './target.declaration.ts';
import type { TargetIndex } from './target.index.ts';

type Change = Extract<Checked, { is: 'change' }>;

/**
 * Facts that name another target of the register, and nobody of that kind goes by that id, neither in the
 * register nor in the same write. Facts that do not change are not asked again.
 */
export function namedTargets(
  checked: readonly Checked[],
  index: TargetIndex,
  kinds: readonly DeclaredKind[],
): readonly RegisterProblem[] {
  const naming = new Map(kinds.flatMap((kind) => (kind.names === undefined ? [] : [[kind.id, kind]])));
  const changes = checked.filter((c) => c.is === 'change');
  const written = new Map(changes.map(({ target }) => [target.id, target.kind]));
  const kindOf = (id: string): string | undefined => written.get(id) ?? index.get(id)?.kind;
  return changes.flatMap((change) => {
    const kind = naming.get(change.target.kind);
    return kind === undefined ? [] : strangersOf(change, kind, { kinds, kindOf });
  });
}

interface Known {
  readonly kinds: readonly DeclaredKind[];
  kindOf(id: string): string | undefined;
}

function strangersOf({ target, before, row }: Change, kind: DeclaredKind, known: Known) {
  return Object.entries(kind.names ?? {}).flatMap(([name, wanted]) => {
    const value = target.facts[name];
    if (typeof value !== 'string' || isDeepStrictEqual(before?.facts[name], value)) return [];
    if (known.kindOf(value) === wanted) return [];
    const other = known.kinds.find(({ id }) => id === wanted)?.title ?? wanted;
    const title = factTitles(toldKind(kind)).get(name) ?? name;
    const message = `“${title}”所填的 ${value} 不是登记簿里的${other}`;
    const remedy = `请填写已登记的${other}的编号`;
    return problemsOf(row, target.id, [{ field: `facts.${name}`, message, remedy }]);
  });
}
