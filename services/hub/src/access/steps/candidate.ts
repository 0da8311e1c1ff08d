import { forbidden, may, type Permission } from '../permissions.ts';
import type { Person } from '../person.ts';
import type { Candidate, Objection } from './offered.ts';
import type { Offer } from './step.ts';

/** An act of a person, between the permissions about it and what the rules object. */
export const candidates =
  (who: Person, permissions: readonly Permission[], on: string) =>
  (permission: string, offer: Offer, rule: Objection | null): Candidate => ({
    offer,
    theirs: may(who, permissions, permission, on),
    rule,
    answer: forbidden(who, permissions, permission, on) ?? rule,
  });
