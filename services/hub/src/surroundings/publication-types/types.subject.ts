import { z } from 'zod';
import { body, json, problems } from '../../http/responses.ts';
import { checkFields, findings, form, formQuery, typeList, TypesController } from './types.controller.ts';
import { surrounding } from '../surrounding.ts';
import { composeTypes } from './types.compose.ts';
import { catalogueSubject } from '../catalogue/catalogue.subject.ts';
import { missingEssentials } from './missing.essentials.ts';
import { typeOf } from './publication.type.ts';
import { plainProposal } from '../../publications/proposal.ts';

const tags = ['publication-types'];
const code = z.object({ code: z.string() });
const field = { key: 'subject', title: '公示对象', kind: 'text' as const, required: true };

export const typesSubject = surrounding({
  name: 'publication-types',
  description: 'Kinds of publications and the elements each must have',
  chapter: 110,
  needs: { catalogue: catalogueSubject },
  compose: composeTypes,
  gives: (types) => ({
    instances: [types],
    answers: { usualFor: async (type) => typeOf(type)?.goes ?? null },
    checks: [
      { looksAt: 'elements', look: ({ matter }) => types.check(matter) },
      {
        looksAt: 'words',
        look: async ({ matter, content }) => missingEssentials(typeOf(matter.type), content),
      },
    ],
  }),
  controllers: [TypesController],
  paths: {
    '/api/v1/publication-types': {
      get: {
        operationId: 'listTypes',
        tags,
        summary: 'All types with their fields and gates',
        responses: {
          200: json('Types', typeList, {
            items: [
              {
                code: 'public-notice',
                title: '公示',
                basis: '各领域法律法规',
                fields: [field],
                gates: [],
                needs: [],
                goes: plainProposal,
              },
            ],
          }),
          ...problems(401),
        },
      },
    },
    '/api/v1/publication-types/{code}/form': {
      get: {
        operationId: 'getForm',
        tags,
        summary: 'The form of a type, with the elements of a catalogue item',
        requestParams: { path: code, query: formQuery },
        responses: { 200: json('Fields', form, { fields: [field] }), ...problems(400, 401, 404) },
      },
    },
    '/api/v1/publication-types/{code}/check': {
      post: {
        operationId: 'checkFields',
        tags,
        summary: 'What is missing',
        requestParams: { path: code },
        requestBody: body(checkFields, { item: null, fields: { subject: '' } }),
        responses: {
          200: json('Findings', findings, {
            findings: [
              {
                rule: 'missing-element',
                severity: 'block',
                field: 'matter.fields.subject',
                message: '“公示”缺少必备要素：公示对象。',
                remedy: '请填写公示对象。',
                source: '各领域法律法规',
              },
            ],
          }),
          ...problems(400, 401, 404),
        },
      },
    },
  },
});
