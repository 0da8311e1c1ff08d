import type { Session } from '../api/hub.types.ts';
import { isOpen } from '../session/session.ts';
import { screens } from './screens.ts';

const first = [
  { key: 'list', label: '发布件' },
  { key: 'write', label: '撰写' },
  { key: 'deliveries', label: '投递与运维' },
  { key: 'channels', label: '渠道' },
];
const groups = ['编审', '目录与期限', '监督', '管理'] as const;

/** The pages that are open to whoever is signed in. */
export function menuFor(session: Session) {
  const open = <S extends { readonly key: string }>(all: readonly S[]): S[] =>
    all.filter(({ key }) => isOpen(session, key));
  const grouped = groups.map((group) => ({
    key: group,
    label: group,
    children: open(screens.filter((s) => s.group === group)).map(({ key, label }) => ({ key, label })),
  }));
  return [...open(first), ...grouped.filter((g) => g.children.length > 0)];
}
