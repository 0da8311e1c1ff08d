import type { ItemOf, Matter } from '../api/hub.types.ts';

/** What a type proposes. */
export type Proposal = ItemOf<'/api/v1/publication-types'>['goes'];
export type Proposed = Proposal['channels'][number];

/** Of these channels those that are ticked at first; all of them where none would be left. */
export function proposedOf({ channels, others }: Proposal, all: readonly string[]): string[] {
  const usual = all.filter((id) => (channels.find(({ channel }) => channel === id) ?? others).proposed);
  return usual.length > 0 ? usual : [...all];
}

type Fields = { readonly [key: string]: Matter['fields'][string] | undefined };

/** Whether the law asks for this channel, of a notice with these fields. */
export function isRequired({ law }: Proposed, fields: Fields): boolean {
  if (law === undefined) return false;
  const value = law.when === undefined ? undefined : fields[law.when.field];
  return law.when === undefined || (typeof value === 'string' && law.when.oneOf.includes(value));
}
