import { json, problems } from '../../http/responses.ts';
import { editorialReport } from './editorial.report.ts';
import { monthQuery, ReportsController } from './reports.controller.ts';
import { surrounding } from '../surrounding.ts';
import { reportPermissions, ReportsService } from './reports.service.ts';
import { whoever } from '../../access/permissions.ts';

const november = { released: 240, urgent: 6, corrected: 9, withdrawn: 2, returned: 31 };

export const reportsSubject = surrounding({
  name: 'reports',
  description: 'Made from the data, for supervisors',
  chapter: 50,
  needs: {},
  compose: async ({ publications, audit }) => new ReportsService(publications.docs, audit.keeper),
  gives: (reports) => ({ instances: [reports] }),
  screens: [{ key: 'reports', open: whoever(reportPermissions, 'read', 'Report') }],
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
            anchor: '2c26b46b68ff',
          }),
          ...problems(400, 401, 403),
        },
      },
    },
  },
});
