import { editionContent } from '@towncrier/contracts';
import { z } from 'zod';
import { body, json, problems } from '../../http/responses.ts';
import { content } from '../../publications/paths/publication.examples.ts';
import { surrounding } from '../surrounding.ts';
import { blanksFilled, templateMatter } from './template.ts';
import { templateList, TemplatesController } from './templates.controller.ts';

const tags = ['templates'];
const made = z
  .object({ title: z.string(), body: editionContent.shape.body, matter: templateMatter })
  .meta({ id: 'MadeOfTemplate' });
const area = { key: 'area', title: '停水范围', kind: 'text' as const, field: 'area' };

export const templatesSubject = surrounding({
  name: 'templates',
  description: 'The commonest notices, as they are usually written',
  chapter: 115,
  needs: {},
  compose: async () => null,
  gives: () => ({}),
  controllers: [TemplatesController],
  paths: {
    '/api/v1/templates': {
      get: {
        operationId: 'listTemplates',
        tags,
        summary: 'All templates, and what each leaves open',
        responses: {
          200: json('Templates', templateList, {
            items: [{ code: 'water-outage', title: '停水通知', blanks: [area] }],
          }),
          ...problems(401),
        },
      },
    },
    '/api/v1/templates/{code}/fill': {
      post: {
        operationId: 'fillTemplate',
        tags,
        summary: 'A notice made of a template; keeps nothing',
        description: 'What is not filled in stands in the text as 【待填：…】, and stops a submission.',
        requestParams: { path: z.object({ code: z.string() }) },
        requestBody: body(blanksFilled, { values: { area: '灵泉东路' } }),
        responses: {
          200: json('The notice', made, {
            title: '关于灵泉东路停水的通知',
            body: content.body,
            matter: { type: 'outage', column: 'tzgg', fields: { service: '停水', area: '灵泉东路' } },
          }),
          ...problems(400, 401, 403, 404),
        },
      },
    },
  },
});
