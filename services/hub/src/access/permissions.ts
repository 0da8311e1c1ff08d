import {
  AbilityBuilder,
  createMongoAbility,
  subject,
  type MongoAbility,
  type MongoQuery,
} from '@casl/ability';
import { ProblemError } from '../http/problem.ts';
import type { Person } from './person.ts';
import { roleTitle, type Role } from './role.ts';

/**
 * Which roles may do what to what; each subject of the hub writes its own list beside its service. `where`
 * narrows it to
 * things with these properties (MongoDB query form, as CASL reads it), e.g. those of the person's own
 * organisation.
 * That nobody approves their own work is not here: it is part of the decision itself.
 */
export interface Permission {
  readonly roles: readonly Role[];
  readonly can: string | readonly string[];
  readonly on: string;
  readonly where?: (who: Person) => MongoQuery;
}

/** Without a `thing`: is there any that they may do it to? */
export function may(
  who: Person,
  permissions: readonly Permission[],
  act: string,
  on: string,
  thing?: object,
): boolean {
  return abilityOf(who, permissions).can(act, thing === undefined ? on : subject(on, { ...thing }));
}

/** Who may do this to anything at all. */
export const whoever =
  (permissions: readonly Permission[], act: string, on: string) =>
  (who: Person): boolean =>
    may(who, permissions, act, on);

/** Null when they may; otherwise words that name who may. */
export function forbidden(
  who: Person,
  permissions: readonly Permission[],
  act: string,
  on: string,
  thing?: object,
): { readonly code: 'forbidden'; readonly words: string } | null {
  if (may(who, permissions, act, on, thing)) return null;
  const able = [
    ...new Set(
      permissions.filter((p) => p.on === on && [p.can].flat().includes(act)).flatMap((p) => p.roles),
    ),
  ];
  const elsewhere = able.some((r) => who.roles.includes(r));
  return {
    code: 'forbidden',
    words: elsewhere
      ? '这不属于您所在的单位；请由该单位的同事办理'
      : `您的角色不能进行这项操作；请由${able.map((r) => roleTitle(r)).join('、')}人员办理`,
  };
}

/** @throws ProblemError 403 that names who may */
export function permit(
  who: Person,
  permissions: readonly Permission[],
  act: string,
  on: string,
  thing?: object,
): void {
  const objection = forbidden(who, permissions, act, on, thing);
  if (objection !== null) throw new ProblemError(403, objection.code, objection.words);
}

function abilityOf(who: Person, permissions: readonly Permission[]): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const p of permissions) {
    if (p.roles.some((r) => who.roles.includes(r))) can([p.can].flat(), p.on, p.where?.(who));
  }
  return build();
}
