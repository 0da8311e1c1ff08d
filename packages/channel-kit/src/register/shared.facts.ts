import type { RegisterProblem, Target } from '@towncrier/contracts';
import { factTitles, toldKind } from './kind.told.ts';
import { problemsOf } from './register.problems.ts';
import type { Checked } from './row.check.ts';
import type { DeclaredKind } from './target.declaration.ts';
import type { TargetIndex } from './target.index.ts';

interface Holder {
  readonly id: string;
  readonly title: string;
}

/** Values that belong to one target alone and would stand in two. A retired one holds nothing. */
export function sharedFacts(
  checked: readonly Checked[],
  index: TargetIndex,
  kinds: readonly DeclaredKind[],
): readonly RegisterProblem[] {
  const unique = kinds.filter((kind) => kind.unique !== undefined);
  if (unique.length === 0) return [];
  const changes = checked.filter((c) => c.is === 'change');
  const written = new Set(changes.map(({ target }) => target.id));
  const held = new Map<string, Holder>();
  for (const target of index.all())
    if (!written.has(target.id)) for (const key of keysOf(target, unique)) held.set(key.place, target);
  return changes.flatMap(({ target, row }) =>
    keysOf(target, unique).flatMap(({ place, name, title, value }) => {
      const holder = held.get(place);
      held.set(place, target);
      if (holder === undefined) return [];
      const message = `${title} ${value} 已属于“${holder.title}”（${holder.id}）`;
      const remedy = '一个只能属于一个终端，请核对，或先从那里去掉';
      return problemsOf(row, target.id, [{ field: `facts.${name}`, message, remedy }]);
    }),
  );
}

function keysOf({ kind, facts, state }: Target, unique: readonly DeclaredKind[]) {
  const declared = unique.find(({ id }) => id === kind);
  if (declared === undefined || state.is === 'retired') return [];
  const titles = factTitles(toldKind(declared));
  return (declared.unique ?? []).flatMap((name) =>
    [facts[name]].flat().flatMap((value) => {
      const isNamed = typeof value === 'string' || typeof value === 'number';
      const place = `${kind} ${name} ${String(value)}`;
      return isNamed ? [{ place, name, title: titles.get(name) ?? name, value }] : [];
    }),
  );
}
