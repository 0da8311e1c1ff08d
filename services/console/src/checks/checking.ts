import type { FormInstance } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Finding } from '../api/hub.types.ts';
import { inReadingOrder, keyOf, useChecks, type Checkable } from './checks.ts';
import { keyOf as keyIn, ownField, type OwnWords } from '../own-words/own.words.ts';
import { leadTo } from './places.ts';

/** What the text of a notice can do about a finding; whether the place is still there. */
export interface TextPlaces {
  lead(finding: Finding): boolean;
  repair(finding: Finding): boolean;
}

const nothing: readonly Finding[] = [];

/** The findings of what is being written and what a submission would `ask`, gone through one by one. */
export function useChecking(form: FormInstance, text: Checkable | null, asked = nothing) {
  const { findings: noticed, body, checked, error, isFetching } = useChecks(text);
  const findings = useMemo(() => inReadingOrder([...noticed, ...asked]), [noticed, asked]);
  const places = useRef<TextPlaces | null>(null);
  const [at, setAt] = useState<{ readonly key: string | null; readonly n: number }>({ key: null, n: 0 });
  const shown = findings.find((one) => keyOf(one) === at.key) ?? null;

  const show = (finding: Finding | undefined): void => {
    if (finding === undefined) return;
    setAt({ key: keyOf(finding), n: findings.indexOf(finding) });
    if (finding.place?.block == null || places.current?.lead(finding) !== true) leadTo(finding.field);
  };
  /** The next one, or the one before; from the last one to the first. */
  const step = (by: 1 | -1): void => {
    if (findings.length === 0) return;
    const from = shown === null ? (by === 1 ? at.n - 1 : at.n) : findings.indexOf(shown);
    show(findings[(from + by + findings.length) % findings.length]);
  };
  const repair = (finding: Finding): void => {
    // what is repaired is shown no longer: the next one takes its place
    setAt({ key: null, n: findings.indexOf(finding) });
    if (finding.field.startsWith(ownField(''))) repairOwnWords(form, checked.ownWords, finding);
    else if (finding.place?.block === null) repairTitle(form, checked.title, finding);
    else places.current?.repair(finding);
  };
  const register = useCallback((of: TextPlaces | null) => {
    places.current = of;
  }, []);
  const marked = useMemo(() => ({ findings, body, shown }), [findings, body, shown]);
  const done = { show, step, repair, register };
  return { isOff: text === null, findings, noticed: marked, shown, error, isFetching, ...done };
}
export type Checking = ReturnType<typeof useChecking>;

/** A title that is another one by now is left as it is. */
function repairTitle(form: FormInstance, checked: string | undefined, { place, repair }: Finding): void {
  const words = form.getFieldValue('title') as unknown;
  if (checked === undefined || words !== checked || place?.spot === undefined || repair === undefined) return;
  form.setFieldValue('title', repaired(checked, place.spot, repair));
}

/** Likewise. */
function repairOwnWords(form: FormInstance, checked: Checkable['ownWords'], finding: Finding): void {
  const { field, place, repair } = finding;
  const key = field.slice(ownField('').length);
  const all = form.getFieldValue('ownWords') as OwnWords | undefined;
  const now = all?.[key];
  const seen = checked?.find(({ channel, part }) => keyIn(channel, part) === key)?.words;
  const isSeen = now !== undefined && now.words === seen && now.words === now.words.trim();
  if (!isSeen || place?.spot === undefined || repair === undefined) return;
  const words = repaired(now.words, place.spot, repair);
  form.setFieldValue('ownWords', { ...all, [key]: { ...now, words } });
}

const repaired = (words: string, { from, to }: { from: number; to: number }, repair: string): string =>
  `${words.slice(0, from)}${repair}${words.slice(to)}`;
