import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { csrfHeader, sessionCookie } from './credentials.ts';
import type { Subject } from './subject.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** OpenAPI 3.1 of these subjects, made from the schemas that their controllers parse with. */
export function describeSubjects(subjects: readonly Subject[]): OpenApiDocument {
  const told = subjects
    .filter((s) => Object.keys(s.paths).length > 0)
    .toSorted((a, b) => a.chapter - b.chapter || a.name.localeCompare(b.name));
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
    tags: told.map(({ name, description }) => ({ name, description })),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        csrf: { type: 'apiKey', in: 'header', name: csrfHeader, description: 'Only for changing calls' },
      },
    },
    paths: Object.assign({}, ...told.map((s) => s.paths)) as ZodOpenApiPathsObject,
  });
}
