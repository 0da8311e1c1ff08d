import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { csrfHeader, sessionCookie } from '../access/people/sessions.service.ts';
import { subjects } from '../subjects.ts';
import { monitorPaths } from './monitor.paths.ts';
import { servicePaths } from './service.paths.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** OpenAPI 3.1 of the hub, made from the schemas that the controllers parse with. */
export function openApiDocument(): OpenApiDocument {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Towncrier hub',
      version: '1.0.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Publications of a county government: write, submit, approve, publish, correct, withdraw. Errors are RFC 9457 problem details with a Chinese title and detail; `code` is for programs. Every change names the `version` that was seen.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [], csrf: [] }],
    tags: [
      ...subjects.map(({ name, description }) => ({ name, description })),
      { name: 'monitor', description: 'What became of them' },
      { name: 'service', description: 'For operators of the service' },
    ],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        csrf: { type: 'apiKey', in: 'header', name: csrfHeader, description: 'Only for changing calls' },
      },
    },
    paths: Object.assign(
      {},
      ...subjects.map((s) => s.paths),
      monitorPaths,
      servicePaths,
    ) as ZodOpenApiPathsObject,
  });
}
