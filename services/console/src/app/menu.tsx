import { Badge } from 'antd';
import type { Session } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';
import { isOpen } from '../session/session.ts';
import { screens } from './screens.ts';

const groups = ['编审', '目录与期限', '监督', '管理'] as const;
const inMenu = screens.filter((screen) => 'group' in screen);
const first = inMenu
  .flatMap((screen) => (typeof screen.group === 'string' ? [] : [{ ...screen, place: screen.group.first }]))
  .toSorted((a, b) => a.place - b.place);

type Badges = ReadonlyMap<string, number>;

const entryWith =
  (badges: Badges) =>
  ({ key, label }: { readonly key: string; readonly label: string }) => ({
    key,
    label: (
      <PageLink to={{ at: key }}>
        {label}
        {badges.has(key) && <Count of={badges.get(key) ?? 0} />}
      </PageLink>
    ),
  });

/** A number in words for whoever hears the page. */
const Count = ({ of }: { readonly of: number }) => (
  <Badge count={of} size="small" title={`${of} 件等您办理`} style={{ marginInlineStart: 6 }} />
);

/** The pages that are open to whoever is signed in. */
export function menuFor(session: Session, badges: Badges) {
  const entry = entryWith(badges);
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
