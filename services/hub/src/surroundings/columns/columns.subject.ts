import { columnActs } from './column.acts.ts';
import { freshnessTitles } from './columns.words.ts';
import { z } from 'zod';
import { body, json, problems } from '../../http/responses.ts';
import { changeColumn, ColumnsController, createColumn } from './columns.controller.ts';
import { columnView } from './columns.documents.ts';
import { surrounding } from '../surrounding.ts';
import { composeColumns } from './columns.compose.ts';
import { anybody } from '../../access/people/screens.ts';
import { newColumnSteps } from './columns.steps.ts';

const tags = ['columns'];
const facts = {
  title: '通知公告',
  owner: 'kysrmzf',
  columnType: '工作动态',
  freshness: 'F180' as const,
  purpose: '通知公告栏目',
  reviewLevels: 1,
  secrecyReview: true,
  reviews: null,
  defaultType: 'general-notice',
};
const example = { code: 'tzgg', version: 1, ...facts, abolished: false, steps: [] };

export const columnsSubject = surrounding({
  name: 'columns',
  description: 'Columns of the portal, and the reviews each asks for',
  chapter: 100,
  acts: columnActs,
  needs: {},
  compose: composeColumns,
  gives: (columns) => ({
    instances: [columns],
    answers: {
      routeOf: (column) => columns.routeOf(column),
      columnOf: (column) => columns.columnOf(column),
    },
  }),
  screens: [
    {
      key: 'columns',
      open: anybody,
      shows: ['columns'],
      steps: newColumnSteps,
      words: { freshness: freshnessTitles },
    },
  ],
  controllers: [ColumnsController],
  paths: {
    '/api/v1/columns': {
      get: {
        operationId: 'listColumns',
        tags,
        summary: 'All columns',
        responses: {
          200: json('Columns', z.object({ items: z.array(columnView) }), { items: [example] }),
          ...problems(401),
        },
      },
      post: {
        operationId: 'createColumn',
        tags,
        summary: 'A new column',
        requestBody: body(createColumn, { code: 'xczx', ...facts, title: '乡村振兴' }),
        responses: { 201: json('Created', columnView, example), ...problems(400, 401, 403, 409, 422) },
      },
    },
    '/api/v1/columns/{code}': {
      put: {
        operationId: 'changeColumn',
        tags,
        summary: 'Change or abolish a column',
        requestParams: { path: z.object({ code: z.string() }) },
        requestBody: body(changeColumn, { version: 1, ...facts, reviewLevels: 2 }),
        responses: {
          200: json('As it is now', columnView, example),
          ...problems(400, 401, 403, 404, 409, 422),
        },
      },
    },
  },
});
