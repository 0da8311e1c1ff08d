import { json, problems } from '../../http/responses.ts';
import { typesSubject } from '../publication-types/types.subject.ts';
import { surrounding } from '../surrounding.ts';
import { targetsSubject } from '../targets/targets.subject.ts';
import { foundOf, searchAnswer, searchQuery } from './found.ts';
import { SearchController } from './search.controller.ts';
import { SearchDesk } from './search.desk.ts';
import { TargetSearch } from './target.search.ts';

const example = foundOf(
  'publication',
  '关于停水的通知',
  { screen: 'publication', id: '7K3QZP4M' },
  '已发布，2026-11-23，7K3QZP4M',
);

export const searchSubject = surrounding({
  name: 'search',
  description: 'By a few words, whatever a person may open',
  chapter: 210,
  needs: { types: typesSubject, targets: targetsSubject },
  compose: async ({ publications, access }, { types, targets }) =>
    new SearchDesk({
      publications: publications.reader,
      organisations: access.organisations,
      people: access.people,
      types,
      targets: new TargetSearch(targets.targets, () => publications.directory.list()),
    }),
  gives: (search) => ({ instances: [search] }),
  controllers: [SearchController],
  paths: {
    '/api/v1/search': {
      get: {
        operationId: 'search',
        tags: ['search'],
        summary: 'What this person may open, by its title or number',
        requestParams: { query: searchQuery },
        responses: {
          200: json('The closest of each kind', searchAnswer, { items: [example], missing: [] }),
          ...problems(400, 401),
        },
      },
    },
  },
});
