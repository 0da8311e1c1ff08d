import { dateInChina } from '@towncrier/content';
import { roleTitle } from '../../access/role.ts';
import { may } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { OrganisationsService } from '../../access/organisation/organisations.service.ts';
import { peoplePermissions } from '../../access/people/people.permissions.ts';
import type { PeopleService } from '../../access/people/people.service.ts';
import type { PublicationSummary } from '../../publications/publication.view.ts';
import { publicationPermissions } from '../../publications/publication.permissions.ts';
import type { PublicationsReader } from '../../publications/publications.reader.ts';
import type { TypesDesk } from '../publication-types/types.desk.ts';
import { foundOf, type Found, type SearchAnswer } from './found.ts';
import { closest } from './search.rules.ts';
import type { TargetSearch } from './target.search.ts';

const atMost = 6;

export interface Searched {
  readonly publications: Pick<PublicationsReader, 'list' | 'summary'>;
  readonly organisations: Pick<OrganisationsService, 'list'>;
  readonly people: Pick<PeopleService, 'list'>;
  readonly types: Pick<TypesDesk, 'all'>;
  readonly targets: TargetSearch;
}

/** Finds by a few words what this person may open, wherever it stands. */
export class SearchDesk {
  constructor(private readonly at: Searched) {}

  async find(who: Actor, typed: string): Promise<SearchAnswer> {
    const [publications, bodies, people, targets] = await Promise.all([
      this.publications(who, typed),
      this.bodies(typed),
      this.people(who, typed),
      this.at.targets.find(who, typed, atMost),
    ]);
    return {
      items: [...this.acts(who, typed), ...publications, ...bodies, ...people, ...targets.items],
      missing: [...targets.missing],
    };
  }

  private acts(who: Actor, typed: string): readonly Found[] {
    if (!may(who, publicationPermissions, 'createPublication', 'Publication')) return [];
    const writes = this.at.types.all.map(({ code, title }) => ({ code, title: `写${title}` }));
    return closest(writes, ({ title }) => [title], typed, atMost).map(({ code, title }) =>
      foundOf('act', title, { screen: 'write', said: { type: code } }, '新建草稿'),
    );
  }

  /** By the words in it, or by its own number. */
  private async publications(who: Actor, typed: string): Promise<readonly Found[]> {
    const [{ items }, named] = await Promise.all([
      this.at.publications.list(who, { q: typed, limit: atMost }),
      this.at.publications.summary(who, typed.toUpperCase()),
    ]);
    const others = items.filter(({ id }) => id !== named?.id);
    return [...(named === null ? [] : [named]), ...others].map(publicationFound);
  }

  private async bodies(typed: string): Promise<readonly Found[]> {
    const all = await this.at.organisations.list();
    return closest(all, ({ name, code }) => [name, code], typed, atMost).map(({ name, code, standing }) =>
      foundOf(
        'organisation',
        name,
        { screen: 'organisations', said: { open: code } },
        standing.state === 'abolished' ? `${code}，已撤销` : code,
      ),
    );
  }

  private async people(who: Actor, typed: string): Promise<readonly Found[]> {
    if (!may(who, peoplePermissions, 'list', 'Person')) return [];
    const { items } = await this.at.people.list(who);
    return closest(items, ({ title, name }) => [title, name], typed, atMost).map((person) =>
      foundOf(
        'person',
        person.title,
        { screen: 'people', said: { open: person.name } },
        [person.name, ...person.roles.map((role) => roleTitle(role))].join('，'),
      ),
    );
  }
}

function publicationFound({ id, title, stateTitle, editions }: PublicationSummary): Found {
  const current = editions.at(-1);
  const releasedAt = current?.releasedAt ?? null;
  const hint = [stateTitle, ...(releasedAt === null ? [] : [dateInChina(releasedAt)]), id].join('，');
  return foundOf('publication', title, { screen: 'publication', id }, hint);
}
