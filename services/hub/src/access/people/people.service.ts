import { factsIn, type Facts } from '../../trail/audited.store.ts';
import { deedOf } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import { allOf } from '../../ports/all-of.ts';
import type { GuessCounter } from './guess.counter.ts';
import type { PeopleStore, PersonDoc } from './people.documents.ts';
import { peoplePermissions } from './people.permissions.ts';
import {
  detailOf,
  type AccountRequest,
  type ChangePerson,
  type CreatePerson,
  type PeopleList,
  type PersonDetail,
  type PersonWithCode,
} from './people.view.ts';
import { accountObjection } from './people.steps.ts';
import { beginReset, noPassword } from './reset.begin.ts';
import { askObjection } from './reset.rules.ts';
import { permit } from '../permissions.ts';
import type { Actor } from '../person.ts';
import type { Objection } from '../steps/offered.ts';
import { role, roleTitle, type Role } from '../role.ts';
import { separationObjection } from './separation.rule.ts';

export const noPerson = '没有这个账号，请核对用户名';

export interface PeopleTools {
  readonly clock: Clock;
  readonly random: Random;
  readonly guesses: Pick<GuessCounter, 'forget'>;
  /** Is there an active organisation of that code? */
  readonly isOrganisation: (code: string) => Promise<boolean>;
  /** Signs a person out everywhere. */
  readonly endSessions: (name: string) => Promise<void>;
}

interface Change {
  readonly facts: Partial<Facts<PersonDoc>>;
  readonly reason?: string;
  readonly detail?: Record<string, string>;
}

/** Accounts and what each may do. */
export class PeopleService {
  constructor(
    private readonly store: PeopleStore,
    private readonly tools: PeopleTools,
  ) {}

  /** @throws ProblemError 403 */
  async list(who: Actor): Promise<PeopleList> {
    permit(who, peoplePermissions, 'list', 'Person');
    return {
      items: [...(await allOf(this.store.docs)).values()].map((doc) =>
        detailOf(who, doc, this.tools.clock()),
      ),
      roles: role.options.map((one) => ({ role: one, title: roleTitle(one) })),
    };
  }

  /**
   * A new account may do nothing until the security administrator gives it roles, and opens to nobody until its
   * first password was countersigned: only the person has both halves of the code for it.
   * @throws ProblemError 403 · 409 `exists` · 422 `no-organisation`
   */
  async create(who: Actor, { name, subject, ...facts }: CreatePerson): Promise<PersonWithCode> {
    permit(who, peoplePermissions, 'create', 'Person');
    await this.check(name, { ...facts, subject });
    const ask = { kind: 'password', by: who.name, reason: '新建账号', subject } as const;
    const { reset, code } = await beginReset(ask, this.tools);
    const fresh: Facts<PersonDoc> = {
      _id: name,
      ...facts,
      subject: null,
      roles: [],
      state: 'active',
      password: await noPassword(this.tools),
      mustChangePassword: false,
      secondFactor: null,
      reset,
    };
    if (
      !(await this.store.insert(
        fresh,
        this.fact(who, name, 1, 'create', {
          detail: { title: facts.title, organisation: facts.organisation },
        }),
      ))
    ) {
      throw new ProblemError(409, 'exists', `用户名 ${name} 已被使用；请换一个`);
    }
    return { ...detailOf(who, await this.store.get(name), this.tools.clock()), code };
  }

  /** Another identity at the identity provider waits until it is countersigned. */
  async change(
    who: Actor,
    name: string,
    { version, subject, ...facts }: ChangePerson,
  ): Promise<PersonDetail> {
    permit(who, peoplePermissions, 'change', 'Person');
    await this.check(name, { ...facts, subject });
    const ask = { kind: 'identity', by: who.name, reason: '变更统一身份', subject } as const;
    const { reset } = await beginReset(ask, this.tools);
    return this.act(who, name, version, 'change', (doc) => {
      const asked = doc.subject !== subject && doc.reset?.subject !== subject;
      if (asked) refuseIf(askObjection(who.name, doc));
      return {
        facts: { ...facts, ...(asked ? { reset } : {}) },
        detail: {
          was: `${doc.title}/${doc.organisation}`,
          is: `${facts.title}/${facts.organisation}`,
          ...(asked ? { identity: subject ?? '' } : {}),
        },
      };
    });
  }

  /** @throws ProblemError 403 · 404 · 409 `stale` · 422 `separation` */
  setRoles(who: Actor, name: string, version: number, roles: readonly Role[]): Promise<PersonDetail> {
    const wanted = [...new Set(roles)];
    return this.act(who, name, version, 'setRoles', (doc) => {
      refuseIf(accountObjection('setRoles', who.name, doc));
      const objection = separationObjection(wanted);
      if (objection !== null) throw new ProblemError(422, 'separation', objection);
      const words = (list: readonly Role[]): string => list.map((r) => roleTitle(r)).join('、');
      return { facts: { roles: wanted }, detail: { was: words(doc.roles), is: words(wanted) } };
    });
  }

  async disable(who: Actor, name: string, { version, reason }: AccountRequest): Promise<PersonDetail> {
    const done = await this.act(who, name, version, 'disable', (doc) => {
      refuseIf(accountObjection('disable', who.name, doc));
      return { facts: { state: 'disabled', reset: null }, reason };
    });
    await this.tools.endSessions(name);
    return done;
  }

  enable(who: Actor, name: string, { version, reason }: AccountRequest): Promise<PersonDetail> {
    return this.act(who, name, version, 'enable', (doc) => {
      refuseIf(accountObjection('enable', who.name, doc));
      return { facts: { state: 'active' }, reason };
    });
  }

  /** Forgets the wrong passwords that make a person wait. */
  async unlock(who: Actor, name: string, { version, reason }: AccountRequest): Promise<PersonDetail> {
    const done = await this.act(who, name, version, 'unlock', () => ({ facts: {}, reason }));
    await this.tools.guesses.forget(name);
    return done;
  }

  private async act(
    who: Actor,
    name: string,
    version: number,
    act: string,
    to: (doc: PersonDoc) => Change,
  ): Promise<PersonDetail> {
    permit(who, peoplePermissions, act, 'Person');
    return detailOf(
      who,
      await this.store.change(name, version, (doc) => {
        const change = to(doc);
        return {
          next: { ...factsIn(doc), ...change.facts },
          fact: this.fact(who, name, version + 1, act, change),
        };
      }),
      this.tools.clock(),
    );
  }

  private async check(
    name: string,
    { organisation, subject }: { organisation: string; subject: string | null },
  ): Promise<void> {
    if (!(await this.tools.isOrganisation(organisation)))
      throw new ProblemError(
        422,
        'no-organisation',
        `没有代码为 ${organisation} 的在用机构；请从机构列表中选择`,
      );
    const taken =
      subject === null
        ? undefined
        : (await this.store.docs.find({ subject }, { limit: 2 })).items.find((p) => p._id !== name);
    if (taken !== undefined)
      throw new ProblemError(
        409,
        'exists',
        `统一身份 ${subject} 已登记在账号 ${taken._id} 上；请先在那里去掉`,
      );
  }

  private fact(
    who: Actor,
    name: string,
    revision: number,
    act: string,
    { reason, detail }: Omit<Change, 'facts'>,
  ): Deed {
    return deedOf({
      kind: 'person',
      key: name,
      revision,
      act,
      by: who,
      at: this.tools.clock(),
      reason,
      detail,
    });
  }
}

/** @throws ProblemError 403 for one's own account, 409 for what does not go as things stand */
export function refuseIf(objection: Objection | null): void {
  if (objection === null) return;
  throw new ProblemError(objection.code === 'own-account' ? 403 : 409, objection.code, objection.words);
}
