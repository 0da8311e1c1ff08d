import type { Answer } from '../api/hub.types.ts';
import type { Audience, Selection } from './audience.ts';

export interface Names {
  readonly areas: Answer<'/api/v1/areas'> | undefined;
  readonly organisation: (code: string) => string;
}

/** An audience in one line, with names where they are known. */
export function audienceInWords(audience: Audience, names: Names): string {
  const except = audience.except === undefined ? '' : `，除去${selectionInWords(audience.except, names)}`;
  if (audience.scope === 'all') return `全县${except}`;
  if (audience.scope === 'specific') return `${audience.groups.join('、')}${except}`;
  return `${selectionInWords(audience.of, names)}${except}`;
}

export const areaIn = ({ areas }: Names, code: string): string =>
  areas?.items.find((a) => a.code === code)?.name ?? code;
export const venueIn = ({ areas }: Names, id: string): string =>
  areas?.venues.find((v) => v.id === id)?.title ?? id;

function selectionInWords(of: Selection, names: Names): string {
  const all = [
    ...of.areas.map((code) => areaIn(names, code)),
    ...of.organisations.map(names.organisation),
    ...of.venues.map((id) => venueIn(names, id)),
    ...of.groups,
    ...of.targets.map(({ channel, id }) => `${channel}/${id}`),
  ];
  return all.length === 0 ? '（未选）' : all.join('、');
}
