import { z } from 'zod';
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
  compose: async ({ publications, audit, access, calendar }) =>
    new ReportsService(publications.docs, {
      anchors: audit.keeper,
      organisations: access.organisations,
      calendar,
    }),
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
            dueOn: '2026-11-25',
            total: { ...november, urgentShare: 0.025, urgentUnreviewed: 0, urgentFaulted: 0 },
            before: november,
            byOrganisation: [{ organisation: 'kysrmzf', name: '开远市人民政府', ...november }],
            byDay: [{ on: '2026-11-01', released: 8 }],
            anchor: '2c26b46b68ff',
          }),
          ...problems(400, 401, 403),
        },
      },
    },
    '/api/v1/reports/editorial/export': {
      get: {
        operationId: 'exportReport',
        tags: ['reports'],
        summary: 'The same month as a sheet (XLSX), of the same figures',
        requestParams: { query: monthQuery },
        responses: {
          200: {
            description: 'A workbook',
            content: {
              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
                schema: z.string().meta({ format: 'binary' }),
              },
            },
          },
          ...problems(400, 401, 403),
        },
      },
    },
  },
});
