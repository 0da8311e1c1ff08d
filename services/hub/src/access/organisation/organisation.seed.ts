import type { Collection } from '@towncrier/storage';
import { z } from 'zod';
import type { Clock } from '../../ports/hub.parts.ts';
import { organisationFacts, type OrganisationDoc } from './organisation.documents.ts';
import rows from './organisations.json' with { type: 'json' };

/** The first organisations; `note` says which of them are placeholders. */
export const firstOrganisations = z
  .strictObject({
    note: z.string(),
    source: z.string(),
    organisations: z.array(organisationFacts.extend({ sample: z.boolean() })),
  })
  .parse(rows).organisations;

/** At first start; a start that was cut short goes on where it stopped, and what the county changed stays. */
export async function seedOrganisations(docs: Collection<OrganisationDoc>, clock: Clock): Promise<void> {
  if ((await docs.count({})) >= firstOrganisations.length) return;
  const since = clock().toISOString();
  await Promise.all(
    firstOrganisations.map(({ code, ...facts }) =>
      docs.insert({
        _id: code,
        ...facts,
        liaison: { state: 'vacant', since },
        standing: { state: 'active' },
        revision: 1,
        unaudited: [],
        unauditedAt: null,
      }),
    ),
  );
}
