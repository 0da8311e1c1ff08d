import { minuteInChina } from '@towncrier/content';
import type { Planned } from '../../publications/planned.ts';
import type { Obligation } from '../obligations/obligations.ts';
import { agendaKinds, type AgendaEntry } from './agenda.ts';

const plain = { hint: '', time: null, late: false, id: null, said: {}, move: null };

export function plannedEntry(one: Planned, today: string): AgendaEntry {
  const { kind, id, title, from, to, at, stateTitle, version, move } = one;
  return {
    ...plain,
    key: `${kind} ${id}`,
    kind,
    kindTitle: agendaKinds[kind],
    title,
    hint: stateTitle,
    from,
    to,
    time: at === null ? null : minuteInChina(at).slice(-5),
    late: kind === 'due' && to < today,
    screen: 'publication',
    id,
    move: move === null || at === null ? null : { publication: id, version, publishAt: at, ...move },
  };
}

/** Leads to a draft that has its item already, for whoever writes; else to the list of deadlines. */
export function obligationEntry(
  { item, name, lead, body, dueOn, nth, state, write }: Obligation,
  writes: boolean,
): AgendaEntry {
  return {
    ...plain,
    key: `obligation ${item} ${dueOn} ${nth}`,
    kind: 'obligation',
    kindTitle: agendaKinds.obligation,
    title: name,
    hint: lead ?? body,
    from: dueOn,
    to: dueOn,
    late: state === 'overdue',
    screen: writes ? 'write' : 'deadlines',
    said: writes ? { ...write } : { year: dueOn.slice(0, 4) },
  };
}

/** Nothing about who asks for what. */
export const requestEntry = (
  { id, dueOn, stateTitle }: { readonly id: string; readonly dueOn: string; readonly stateTitle: string },
  today: string,
): AgendaEntry => ({
  ...plain,
  key: `request ${id}`,
  kind: 'request',
  kindTitle: agendaKinds.request,
  title: `申请 ${id}`,
  hint: stateTitle,
  from: dueOn,
  to: dueOn,
  late: dueOn < today,
  screen: 'requests',
  said: { open: id },
});
