import { json, problems } from '../../http/responses.ts';
import type { Subject } from '../../http/subject.ts';
import { editorialReport } from './editorial.report.ts';
import { monthQuery, ReportsController } from './reports.controller.ts';

const november = { released: 240, urgent: 6, corrected: 9, withdrawn: 2, returned: 31 };

export const reportsSubject: Subject = {
  name: 'reports',
  description: 'Made from the data, for supervisors',
  controllers: [ReportsController],
  paths: {
    '/api/v1/reports/editorial': {
      get: {
        operationId: 'editorialReport',
        tags: ['reports'],
        summary: 'One month of editorial work, with the share of urgent releases',
        requestParams: { query: monthQuery },
        responses: {
          200: json('The month', editorialReport, {
            month: '2026-11',
            total: { ...november, urgentShare: 0.025, urgentUnreviewed: 0, urgentFaulted: 0 },
            byOrganisation: [{ organisation: 'kysrmzf', ...november }],
          }),
          ...problems(400, 401, 403),
        },
      },
    },
  },
};
