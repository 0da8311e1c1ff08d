import { z } from 'zod';
import { organisationKind, type OrganisationKind } from './organisation.documents.ts';
import rows from './organisation.rules.json' with { type: 'json' };

const rule = z.strictObject({ words: z.string(), source: z.string() });

/** Which kind stands under which, and the county's own rules about organisations. */
export const organisationRules = z
  .strictObject({
    kinds: z.array(
      z.strictObject({ kind: organisationKind, title: z.string(), under: z.array(organisationKind) }),
    ),
    liaison: rule,
    kept: rule,
  })
  .parse(rows);

/** @throws for a kind that has no row: nothing is known of it, not even that it stands under none */
function ruleOf(kind: OrganisationKind): (typeof organisationRules)['kinds'][number] {
  const found = organisationRules.kinds.find((k) => k.kind === kind);
  if (found === undefined) throw new Error(`organisation.rules.json has no row for “${kind}”`);
  return found;
}

export const kindTitle = (kind: OrganisationKind): string => ruleOf(kind).title;
export const kindsAbove = (kind: OrganisationKind): readonly OrganisationKind[] => ruleOf(kind).under;

/** Every kind in words, from above. */
export const kindTitles: Readonly<Record<string, string>> = Object.fromEntries(
  organisationRules.kinds.map(({ kind, title }) => [kind, title]),
);
