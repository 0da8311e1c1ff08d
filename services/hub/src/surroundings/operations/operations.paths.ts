import { matrixFilter } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { problems } from '../../http/responses.ts';

const tags = ['operations'];

export const operationsPaths: ZodOpenApiPathsObject = {
  '/api/v1/operations/matrix/export': {
    get: {
      operationId: 'exportMatrix',
      tags,
      summary: 'The matrix of deliveries as CSV, with the filters of the page; leaves a line in the audit',
      requestParams: { query: matrixFilter },
      responses: {
        200: { description: 'CSV in UTF-8', content: { 'text/csv': { schema: z.string() } } },
        ...problems(400, 401, 503),
      },
    },
  },
};
