import type { Session } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';
import { isOpen } from '../session/session.ts';
import { screens } from './screens.ts';

const groups = ['编审', '目录与期限', '监督', '管理'] as const;
const inMenu = screens.filter((screen) => 'group' in screen);
const first = inMenu
  .flatMap((screen) => (typeof screen.group === 'string' ? [] : [{ ...screen, place: screen.group.first }]))
  .toSorted((a, b) => a.place - b.place);

const entry = ({ key, label }: { readonly key: string; readonly label: string }) => ({
  key,
  label: <PageLink to={{ at: key }}>{label}</PageLink>,
});

/** The pages that are open to whoever is signed in. */
export function menuFor(session: Session) {
  const open = inMenuOf(session);
  const grouped = groups.map((group) => ({
    key: group,
    label: group,
    children: open.filter((s) => s.group === group).map(entry),
  }));
  return [...firstOf(session).map(entry), ...grouped.filter((g) => g.children.length > 0)];
}

/** Every page of the menu that is open to whoever is signed in. */
export const inMenuOf = (session: Session) => inMenu.filter(({ key }) => isOpen(session, key));
/** The pages of the menu that stand by themselves, in their order. */
export const firstOf = (session: Session) => first.filter(({ key }) => isOpen(session, key));
