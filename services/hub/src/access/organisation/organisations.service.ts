import { deedOf } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { factsIn, type AuditedStore, type Facts } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import { allOf } from '../../ports/all-of.ts';
import type { PeopleStore, PersonDoc } from '../people/people.documents.ts';
import { permit } from '../permissions.ts';
import type { Actor, Person } from '../person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import {
  abolishObjection,
  createObjection,
  liaisonObjection,
  parentObjection,
  reinstateObjection,
  type Objection,
} from './organisation.decide.ts';
import type { OrganisationDoc, OrganisationFacts } from './organisation.documents.ts';
import { organisationPermissions } from './organisation.permissions.ts';
import { organisationSteps } from './organisation.steps.ts';
import { liaisonNow, treeOf, vacancies, viewOf } from './organisation.tree.ts';
import type {
  ChangeOrganisation,
  LiaisonRequest,
  OrganisationDetail,
  OrganisationTree,
  OrganisationView,
  StandingRequest,
} from './organisation.view.ts';

export const noOrganisation = '没有这个机构，请核对机构代码';

interface Town {
  readonly known: ReadonlyMap<string, OrganisationDoc>;
  readonly people: ReadonlyMap<string, PersonDoc>;
}
interface Act {
  readonly name: string;
  readonly reason?: string;
  readonly detail?: Record<string, string>;
}
interface Change {
  readonly facts: Partial<Facts<OrganisationDoc>>;
  readonly act: Act;
}

/**
 * The organisation tree. One document per organisation: a rule that looks at others sees them as they were a
 * moment ago.
 */
export class OrganisationsService {
  constructor(
    private readonly store: AuditedStore<OrganisationDoc>,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
  ) {}

  async tree(): Promise<OrganisationTree> {
    const all = await this.list();
    return { tree: [...treeOf(all)], total: all.length, vacant: vacancies(all).length };
  }

  /** Every organisation, abolished ones too, by code. */
  async list(): Promise<readonly OrganisationView[]> {
    const { known, people } = await this.town();
    return [...known.values()].map((o) => viewOf(o, people));
  }

  /** Null for a code that nobody has. */
  async nameOf(code: string): Promise<string | null> {
    return (await this.store.docs.get(code))?.name ?? null;
  }

  async isActive(code: string): Promise<boolean> {
    return (await this.store.docs.get(code))?.standing.state === 'active';
  }

  /** With what this person may do with it. @throws ProblemError 404 */
  async get(who: Person, code: string): Promise<OrganisationDetail> {
    const [org, town] = await Promise.all([this.store.get(code), this.town()]);
    const staff = [...town.people.values()].filter((p) => p.organisation === code && p.state === 'active');
    return {
      ...viewOf(org, town.people),
      people: staff.map((p) => ({ name: p._id, title: p.title })),
      steps: organisationSteps(who, org, town),
    };
  }

  /** @throws ProblemError 403 · 409 with the rule */
  async create(who: Actor, facts: OrganisationFacts): Promise<OrganisationView> {
    permit(who, organisationPermissions, 'create', 'Organisation');
    refuse(createObjection(facts, (await this.town()).known));
    const { code, ...rest } = facts;
    const fresh: Facts<OrganisationDoc> = {
      _id: code,
      ...rest,
      liaison: { state: 'vacant', since: this.now() },
      standing: { state: 'active' },
      sample: false,
    };
    const done = await this.store.insert(
      fresh,
      this.fact(who, code, 1, { name: 'create', detail: { name: facts.name } }),
    );
    // somebody was faster
    if (!done) refuse(createObjection(facts, (await this.town()).known));
    return this.get(who, code);
  }

  /** @throws ProblemError 403 · 404 · 409 with the rule, or `stale` */
  change(who: Actor, code: string, { version, ...facts }: ChangeOrganisation): Promise<OrganisationView> {
    return this.act(who, 'change', code, version, (org, { known }) => {
      refuse(parentObjection(org.kind, facts.parent, code, known));
      return {
        facts: { ...facts, sample: false },
        act: { name: 'change', detail: org.name === facts.name ? {} : { was: org.name, is: facts.name } },
      };
    });
  }

  abolish(who: Actor, code: string, { version, reason }: StandingRequest): Promise<OrganisationView> {
    return this.act(who, 'abolish', code, version, (org, { known, people }) => {
      refuse(abolishObjection(org, known, people.values()));
      const at = this.now();
      return {
        facts: { standing: { state: 'abolished', at, reason }, liaison: { state: 'vacant', since: at } },
        act: { name: 'abolish', reason },
      };
    });
  }

  reinstate(who: Actor, code: string, { version, reason }: StandingRequest): Promise<OrganisationView> {
    return this.act(who, 'reinstate', code, version, (org, { known }) => {
      refuse(reinstateObjection(org, known));
      return { facts: { standing: { state: 'active' } }, act: { name: 'reinstate', reason } };
    });
  }

  /** Appointing replaces whoever was liaison before. */
  appointLiaison(who: Actor, code: string, { version, person }: LiaisonRequest): Promise<OrganisationView> {
    return this.act(who, 'appointLiaison', code, version, (org, { people }) => {
      if (person !== null) refuse(liaisonObjection(org, person, people.get(person)));
      const before = liaisonNow(org, people);
      const since = this.now();
      return {
        facts: {
          liaison: person === null ? { state: 'vacant', since } : { state: 'appointed', person, since },
        },
        act: {
          name: 'appoint-liaison',
          detail: { was: before.state === 'vacant' ? '' : before.person, is: person ?? '' },
        },
      };
    });
  }

  private async act(
    who: Actor,
    permission: string,
    code: string,
    version: number,
    to: (org: OrganisationDoc, town: Town) => Change,
  ): Promise<OrganisationView> {
    permit(who, organisationPermissions, permission, 'Organisation');
    const town = await this.town();
    const changed = await this.store.change(code, version, (org) => {
      const { facts, act } = to(org, town);
      return { next: { ...factsIn(org), ...facts }, fact: this.fact(who, code, version + 1, act) };
    });
    return viewOf(changed, town.people);
  }

  private fact(who: Actor, code: string, revision: number, { name, reason, detail }: Act): Deed {
    return deedOf({
      kind: 'organisation',
      key: code,
      revision,
      act: name,
      by: who,
      at: this.clock(),
      reason,
      detail,
    });
  }

  private now(): string {
    return this.clock().toISOString();
  }

  private async town(): Promise<Town> {
    const [known, people] = await Promise.all([allOf(this.store.docs), allOf(this.people.docs)]);
    return { known, people };
  }
}

function refuse(objection: Objection | null): void {
  if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
}
