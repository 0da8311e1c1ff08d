import { z } from 'zod';
import { json, problems } from '../../http/responses.ts';
import { ObligationsController, obligationsQuery } from './obligations.controller.ts';
import { obligation } from './obligations.ts';
import { surrounding } from '../surrounding.ts';
import { catalogueSubject } from '../catalogue/catalogue.subject.ts';
import { ObligationsService } from './obligations.service.ts';

const example = {
  item: 'HJBH-13',
  name: '空气质量和水源水质',
  body: '生态环境主管部门',
  lead: '市生态环境局',
  from: '2026-11-01',
  dueOn: '2026-11-30',
  provisional: false,
  nth: 1,
  state: 'open' as const,
  publication: null,
  write: { item: 'HJBH-13', type: 'general-notice', column: 'sthj' },
};

export const obligationsSubject = surrounding({
  name: 'obligations',
  description: 'What the catalogue asks for again and again',
  chapter: 170,
  needs: { catalogue: catalogueSubject },
  compose: async ({ parts, publications, calendar }, { catalogue }) =>
    new ObligationsService(catalogue.items, publications.docs, calendar, parts.clock),
  gives: (obligations) => ({ instances: [obligations] }),
  controllers: [ObligationsController],
  paths: {
    '/api/v1/obligations': {
      get: {
        operationId: 'listObligations',
        tags: ['obligations'],
        summary: 'Recurring obligations of a year, and which were met',
        requestParams: { query: obligationsQuery },
        responses: {
          200: json('The earliest first', z.object({ items: z.array(obligation) }), { items: [example] }),
          ...problems(400, 401, 422),
        },
      },
    },
  },
});
