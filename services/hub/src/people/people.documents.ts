import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { role, type Role } from './role.ts';

const stored = { _id: z.string(), version: z.int().positive() };

export interface PersonDoc extends Doc { readonly title: string; readonly roles: Role[]; readonly organisation: string; readonly password: string }
/** `_id` is the name a person signs in with; `password` is a salted hash. */
export const people: CollectionSpec<PersonDoc> = {
  name: 'people',
  schema: z.object({ ...stored, title: z.string(), roles: z.array(role), organisation: z.string(), password: z.string() }),
  indexes: [],
};

export interface SessionDoc extends Doc { readonly person: string; readonly csrf: string; readonly startedAt: string; readonly seenAt: string; readonly endsAt: string }
/** `_id` is the SHA-256 of the cookie's token: whoever reads the store cannot sign in with it. */
export const sessions: CollectionSpec<SessionDoc> = {
  name: 'sessions',
  schema: z.object({ ...stored, person: z.string(), csrf: z.string(), startedAt: z.string(), seenAt: z.string(), endsAt: z.string() }),
  indexes: [['endsAt']],
};

export interface SignInFailuresDoc extends Doc { readonly failures: number; readonly until: string }
/** `_id` is a name, or `@address` for names nobody has. */
export const signInFailures: CollectionSpec<SignInFailuresDoc> = {
  name: 'sign_in_failures',
  schema: z.object({ ...stored, failures: z.int().positive(), until: z.string() }),
  indexes: [['until']],
};
