import { useOffice } from '@towncrier/media';
import { z } from 'zod';
import { fileBody, json, problems } from '../../http/responses.ts';
import { DocumentsController, numbersQuery } from './documents.controller.ts';
import { fileSource } from './doors/file.source.ts';
import { surrounding } from '../surrounding.ts';
import { documentFindings } from './documents.check.ts';
import { IndexNumbers, issuedNumbers } from './index.numbers.ts';

const tags = ['documents'];

export const documentsSubject = surrounding({
  name: 'documents',
  description: 'Numbers of documents, and documents that are brought in',
  chapter: 160,
  needs: {},
  compose: async ({ parts }) => {
    useOffice(parts.settings.OFFICE_PROGRAM);
    return new IndexNumbers(await parts.store.collection(issuedNumbers), parts.clock);
  },
  gives: (numbers) => ({
    instances: [numbers],
    answers: { numberOf: ({ organisation, id }) => numbers.give(organisation, id) },
    checks: [
      {
        looksAt: 'document',
        look: ({ publication, content }) => documentFindings(publication, content, numbers),
      },
    ],
  }),
  controllers: [DocumentsController],
  paths: {
    '/api/v1/imports': {
      post: {
        operationId: 'importFile',
        tags,
        summary:
          'Read a file (Word, spreadsheet, HTML, Markdown, text) as the source of a draft; nothing is stored',
        requestBody: fileBody,
        responses: {
          200: json('The source', fileSource, {
            format: 'html',
            source: '<h1>关于停水的通知</h1>',
            losses: [],
          }),
          ...problems(400, 401, 403, 413, 415, 422),
        },
      },
    },
    '/api/v1/index-numbers': {
      get: {
        operationId: 'listIndexNumbers',
        tags,
        summary: 'The register of index numbers (索引号) of an organisation and a year',
        requestParams: { query: numbersQuery },
        responses: {
          200: json(
            'In order, without gaps',
            z.object({ items: z.array(z.object({ number: z.string(), publication: z.string() })) }),
            { items: [{ number: 'kysrmzf/2026-00001', publication: '7K3QZP4M' }] },
          ),
          ...problems(400, 401),
        },
      },
    },
  },
});
