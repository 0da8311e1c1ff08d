import type { Session } from '../api/hub.types.ts';
import { isOpen } from '../session/session.ts';
import { screens } from './screens.ts';

const groups = ['编审', '目录与期限', '监督', '管理'] as const;
const inMenu = screens.filter((screen) => 'group' in screen);
const first = inMenu
  .flatMap(({ key, label, group }) => (typeof group === 'string' ? [] : [{ key, label, place: group.first }]))
  .toSorted((a, b) => a.place - b.place)
  .map(({ key, label }) => ({ key, label }));

/** The pages that are open to whoever is signed in. */
export function menuFor(session: Session) {
  const open = <S extends { readonly key: string }>(all: readonly S[]): S[] =>
    all.filter(({ key }) => isOpen(session, key));
  const grouped = groups.map((group) => ({
    key: group,
    label: group,
    children: open(inMenu.filter((s) => s.group === group)).map(({ key, label }) => ({ key, label })),
  }));
  return [...open(first), ...grouped.filter((g) => g.children.length > 0)];
}
