import { useWords } from '../session/words.tsx';
import { inWords } from './about.words.ts';
import type { AuditRow } from './audit.ts';

const doers: Readonly<Record<string, string>> = { system: '系统', public: '公众' };

/** Whoever did it: a person by the name of their account. */
export const Doer = ({ of: { who } }: { readonly of: AuditRow['fact'] }) => <>{doers[who] ?? who}</>;

export const From = ({ of: { from } }: { readonly of: AuditRow['fact'] }) =>
  from === 'internal' ? <>本系统</> : <code>{from}</code>;

/** What was done, in the hub's words; as it stands in the trail where the hub has none any more. */
export function Act({ of: { act } }: { readonly of: AuditRow['fact'] }) {
  const title = useWords('audit', 'act').titleOf(act);
  return title === act ? <code>{act}</code> : <span title={act}>{title}</span>;
}

/** The kind of thing in words, and which one. */
export function About({ of: { about } }: { readonly of: AuditRow['fact'] }) {
  const { kind, which } = inWords(about, useWords('audit', 'kind'));
  return (
    <span title={about}>
      {kind} <code>{which}</code>
    </span>
  );
}
