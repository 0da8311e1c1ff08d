import type { Register, TargetDetail, Written } from './targets.ts';

/** Stands in the list of bodies for all of them; no code of a body looks like it. */
export const everybody = '*';

/** As the form keeps it: whose notices it takes is a list; empty for its own body's alone. */
export interface Values extends Omit<Written, 'version' | 'takes' | 'hours' | 'position'> {
  readonly id: string;
  readonly takes: string[];
  /** Empty inputs are null, or an empty word. */
  readonly position?: { readonly longitude?: number | null; readonly latitude?: number | null };
  readonly hours?: { readonly from?: string; readonly to?: string };
}

export const valuesOf = (target: TargetDetail | null, kinds: Register['kinds']): Partial<Values> =>
  target === null
    ? { kind: kinds[0]?.id ?? '', groups: [], takes: [everybody], facts: {}, secrets: {} }
    : {
        ...target,
        takes: target.takes === 'everybody' ? [everybody] : [...target.takes],
        position: target.position ?? {},
        hours: target.hours ?? {},
        secrets: {},
      };

const isFilled = (value: unknown): boolean => value !== undefined && value !== '' && value !== null;
const filled = (all: object): object =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => isFilled(value)));

/** What the form does not show stays as it was; an empty secret is not sent. */
export function bodyOf(
  { takes, secrets = {}, ...values }: Values,
  target: Pick<TargetDetail, 'version' | 'facts'> | null,
): Written {
  return {
    version: target?.version ?? null,
    title: values.title,
    kind: values.kind,
    owner: values.owner,
    area: values.area,
    venue: values.venue ?? null,
    groups: values.groups ?? [],
    position: positionOf(values.position),
    hours: hoursOf(values.hours),
    takes: takes.includes(everybody) ? 'everybody' : takes,
    facts: { ...filled({ ...target?.facts, ...values.facts }) },
    secrets: { ...filled(secrets) } as Record<string, string>,
  };
}

function positionOf({ longitude, latitude }: NonNullable<Values['position']> = {}): Written['position'] {
  return typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : null;
}

function hoursOf({ from = '', to = '' }: NonNullable<Values['hours']> = {}): Written['hours'] {
  return from === '' || to === '' ? null : { from, to };
}
