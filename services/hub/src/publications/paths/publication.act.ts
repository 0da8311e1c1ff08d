import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { publication } from '../publication.view.ts';
import { publicationExample } from './publication.examples.ts';
import { body, json, problems } from '../../http/responses.ts';

export const one = { path: z.object({ id: publicationId }) };

/** An act on one publication: answers what it has become. */
export function act<S extends z.ZodType>(
  operationId: string,
  words: string,
  request: S,
  example: z.input<S>,
  path: z.ZodObject = one.path,
): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['publications'],
    summary: words,
    requestParams: { path },
    requestBody: body(request, example),
    responses: {
      200: json('The publication as it is now', publication, publicationExample),
      ...problems(400, 401, 403, 404, 409, 413, 422),
    },
  };
}
