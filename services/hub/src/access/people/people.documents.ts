import type { CollectionSpec, Frozen, Plain } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields, type AuditedStore } from '../../trail/audited.store.ts';
import { role } from '../role.ts';
import { resetDoc } from './reset.rules.ts';

const stored = { _id: z.string(), version: z.int().positive() };

export const accountState = z.enum(['active', 'disabled']);
export const accountStates: Readonly<Record<z.infer<typeof accountState>, string>> = {
  active: '在用',
  disabled: '已停用',
};

/**
 * `_id` is the name a person signs in with. `password` is a salted hash; one that somebody else chose has to
 * be changed first.
 * `secondFactor.usedStep` is the last TOTP time step that was taken, so that no code works twice (RFC 6238,
 * 5.2).
 * `subject` is the `sub` under which the identity provider knows them.
 * `reset` is what two administrators are giving them anew.
 */
const personDoc = z.object({
  ...stored,
  ...auditedFields,
  title: z.string(),
  roles: z.array(role),
  organisation: z.string(),
  state: accountState,
  password: z.string(),
  mustChangePassword: z.boolean(),
  secondFactor: z.object({ secret: z.string(), confirmed: z.boolean(), usedStep: z.int() }).nullable(),
  subject: z.string().nullable(),
  reset: resetDoc.nullable().optional(),
});
export type PersonDoc = z.infer<typeof personDoc>;
export const people: CollectionSpec<PersonDoc> = {
  name: 'people',
  schemaVersion: 1,
  schema: personDoc,
  indexes: [['organisation'], ['subject'], ['unauditedAt']],
  sealed: ['secondFactor.secret'],
};
export type PeopleStore = AuditedStore<PersonDoc>;

const sessionDoc = z.object({
  ...stored,
  person: z.string(),
  csrf: z.string(),
  startedAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
  /** The identity provider has asked for a second factor. */
  provenElsewhere: z.boolean().optional(),
});
export type SessionDoc = Frozen<z.infer<typeof sessionDoc>>;
/** `_id` is the SHA-256 of the cookie's token: whoever reads the store cannot sign in with it. */
export const sessions: CollectionSpec<SessionDoc> = {
  name: 'sessions',
  schemaVersion: 1,
  schema: sessionDoc,
  indexes: [['endsAt'], ['person']],
};

const signInFailuresDoc = z.object({
  ...stored,
  /** Hash of the name that they are about; empty where they are about many. */
  about: z.string(),
  failures: z.int().nonnegative(),
  at: z.string(),
  until: z.string(),
});
export type SignInFailuresDoc = Frozen<z.infer<typeof signInFailuresDoc>>;
/** `_id` is the hash of what is counted together. */
export const signInFailures: CollectionSpec<SignInFailuresDoc> = {
  name: 'sign_in_failures',
  schemaVersion: 2,
  schema: signInFailuresDoc,
  migrations: [withWhatItIsAbout],
  indexes: [['until'], ['about']],
};

/** 1 → 2: counted by a name in plain words until then; nobody looks for that any more. */
function withWhatItIsAbout(doc: Plain): Plain {
  return { ...doc, about: '', at: doc['until'] };
}

const oidcFlowDoc = z.object({ ...stored, verifier: z.string(), nonce: z.string(), endsAt: z.string() });
export type OidcFlowDoc = Frozen<z.infer<typeof oidcFlowDoc>>;
/** A sign-in that is at the identity provider; `_id` is the SHA-256 of its `state`. */
export const oidcFlows: CollectionSpec<OidcFlowDoc> = {
  name: 'oidc_flows',
  schemaVersion: 1,
  schema: oidcFlowDoc,
  indexes: [['endsAt']],
};
