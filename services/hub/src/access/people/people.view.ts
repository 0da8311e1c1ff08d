import { z } from 'zod';
import { accountState, type PersonDoc } from './people.documents.ts';
import { person, type Person } from '../person.ts';
import { steps } from '../steps/step.ts';
import { accountSteps } from './people.steps.ts';
import { role } from '../role.ts';
import { resetWords } from './reset.rules.ts';

/** A person as administrators see them; `version` is what a change names. */
export const personDetail = person
  .extend({
    version: z.int().positive(),
    state: accountState,
    secondFactor: z.boolean(),
    mustChangePassword: z.boolean(),
    subject: z.string().nullable(),
    reset: z
      .string()
      .nullable()
      .meta({ description: 'In words: what is being given anew, and what it waits for' }),
    steps,
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof personDetail>;

/**
 * `code` is one half of a reset code, shown this once: the administrator who asks hands over the first half, the one
 * who countersigns the second. None where no code is needed.
 */
export const personWithCode = personDetail
  .extend({ code: z.string().optional() })
  .meta({ id: 'PersonWithCode' });
export type PersonWithCode = z.infer<typeof personWithCode>;

/** Every account, and the roles there are to give. */
export const peopleList = z.object({
  items: z.array(personDetail),
  roles: z.array(z.object({ role, title: z.string() })),
});
export type PeopleList = z.infer<typeof peopleList>;

const version = z.int().positive().meta({ description: 'The version that was seen' });
const facts = {
  title: z.string().trim().min(1).max(40),
  organisation: z.string().min(1).max(40),
  subject: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .meta({ description: 'The `sub` of the identity provider; null for local sign-in only' }),
};

export const createPerson = z
  .strictObject({ name: z.string().regex(/^[a-z][a-z0-9.-]{1,29}$/), ...facts })
  .meta({ id: 'CreatePerson' });
export type CreatePerson = z.infer<typeof createPerson>;
export const changePerson = z.strictObject({ version, ...facts }).meta({ id: 'ChangePerson' });
export type ChangePerson = z.infer<typeof changePerson>;
export const rolesRequest = z
  .strictObject({ version, roles: z.array(role).max(10) })
  .meta({ id: 'SetRoles' });
export const accountRequest = z
  .strictObject({ version, reason: z.string().trim().min(1).max(200) })
  .meta({ id: 'ChangeAccount' });
export type AccountRequest = z.infer<typeof accountRequest>;

/** As this administrator sees it, with what they may do. */
export function detailOf(who: Person, doc: PersonDoc, now: Date): PersonDetail {
  const {
    _id: name,
    revision: version,
    title,
    roles,
    organisation,
    state,
    secondFactor,
    mustChangePassword,
    subject,
  } = doc;
  return {
    name,
    version,
    title,
    roles,
    organisation,
    state,
    secondFactor: secondFactor?.confirmed ?? false,
    mustChangePassword,
    subject,
    reset: resetWords(doc, now),
    steps: accountSteps(who, doc, now),
  };
}
