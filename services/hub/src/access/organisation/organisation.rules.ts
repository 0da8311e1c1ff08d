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

export const kindTitle = (kind: OrganisationKind): string =>
  organisationRules.kinds.find((k) => k.kind === kind)?.title ?? kind;
export const kindsAbove = (kind: OrganisationKind): readonly OrganisationKind[] =>
  organisationRules.kinds.find((k) => k.kind === kind)?.under ?? [];
