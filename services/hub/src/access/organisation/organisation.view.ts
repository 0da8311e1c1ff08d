import { z } from 'zod';
import { steps } from '../steps/step.ts';
import { contact, organisationFacts, organisationKind, standing, tier } from './organisation.documents.ts';

const liaisonView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('vacant'), since: z.string() }),
  z.object({ state: z.literal('appointed'), person: z.string(), title: z.string(), since: z.string() }),
]);

export const organisationView = z
  .object({
    code: z.string(),
    version: z.int().positive(),
    kind: organisationKind,
    name: z.string(),
    parent: z.string().nullable(),
    tier,
    contact,
    liaison: liaisonView,
    standing,
    sample: z.boolean(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;

export interface OrganisationNode extends OrganisationView {
  readonly children: readonly OrganisationNode[];
}
export const organisationNode: z.ZodType<OrganisationNode> = organisationView
  .extend({
    get children() {
      return z.array(organisationNode);
    },
  })
  .meta({ id: 'OrganisationNode' });

/** `vacant` counts active organisations without a liaison. */
export const organisationTree = z
  .object({ tree: z.array(organisationNode), total: z.int(), vacant: z.int() })
  .meta({ id: 'OrganisationTree' });
export type OrganisationTree = z.infer<typeof organisationTree>;

/** With the people who work there and could be its liaison. */
export const organisationDetail = organisationView
  .extend({ people: z.array(z.object({ name: z.string(), title: z.string() })), steps })
  .meta({ id: 'OrganisationDetail' });
export type OrganisationDetail = z.infer<typeof organisationDetail>;

const version = z.int().positive().meta({ description: 'The version that was seen' });
const reason = z.string().trim().min(1).max(500);

export const createOrganisation = organisationFacts.meta({ id: 'CreateOrganisation' });
export const changeOrganisation = organisationFacts
  .omit({ code: true, kind: true })
  .extend({ version })
  .meta({ id: 'ChangeOrganisation' });
export type ChangeOrganisation = z.infer<typeof changeOrganisation>;
export const standingRequest = z.strictObject({ version, reason }).meta({ id: 'ChangeStanding' });
export type StandingRequest = z.infer<typeof standingRequest>;
export const liaisonRequest = z
  .strictObject({
    version,
    person: z.string().min(1).max(60).nullable().meta({ description: 'Null leaves the post vacant' }),
  })
  .meta({ id: 'AppointLiaison' });
export type LiaisonRequest = z.infer<typeof liaisonRequest>;
