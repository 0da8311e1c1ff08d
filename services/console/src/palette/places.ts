import type { Found, Session } from '../api/hub.types.ts';
import type { Route } from '../frame/route.ts';

/** Something one can go to. */
export interface Place {
  readonly kind: string;
  readonly title: string;
  readonly hint: string;
  readonly to: Route;
  readonly said: Readonly<Record<string, string>>;
}
interface Page {
  readonly key: string;
  readonly label: string;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
const holds = (text: string, typed: string): boolean => plain(text).includes(plain(typed));

/** The pages that are open, and what is begun on them; all of them while nothing is typed. */
export function placesAmong(pages: readonly Page[], session: Session, typed: string): readonly Place[] {
  const named = pages.filter(({ label }) => holds(label, typed));
  const begun =
    plain(typed) === ''
      ? []
      : pages.flatMap(({ key, label }) =>
          stepsOn(session, key)
            .filter((step) => holds(step, typed))
            .map((step) => ({ key, label: step, hint: label })),
        );
  return [
    ...named.map((page) => placeOf('页面', page, '')),
    ...begun.map((step) => placeOf('要办的事', step, step.hint)),
  ];
}

const stepsOn = ({ screens }: Session, key: string): readonly string[] =>
  (screens.find((s) => s.key === key)?.steps ?? []).flatMap((step) => (step.allowed ? [step.label] : []));

const placeOf = (kind: string, { key, label }: Page, hint: string): Place => ({
  kind,
  title: label,
  hint,
  to: { at: key },
  said: {},
});

/** Where something stands that the hub has found. */
export const placeFound = ({ kindTitle, title, hint, screen, id, said }: Found): Place => ({
  kind: kindTitle,
  title,
  hint,
  to: id === null ? { at: screen } : { at: screen, id },
  said,
});
