import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json } from './responses.ts';

const live = z.object({ status: z.literal('ok') });
const readiness = z
  .object({ status: z.enum(['ok', 'unavailable']), store: z.string(), broker: z.string() })
  .meta({ id: 'Readiness' });
const ready = { status: 'ok' as const, store: 'ok', broker: 'ok' };

/** What operators of the service ask. */
export const servicePaths: ZodOpenApiPathsObject = {
  '/api/openapi.json': {
    get: {
      operationId: 'openApiJson',
      tags: ['service'],
      summary: 'This document',
      security: [],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.unknown() } } },
      },
    },
  },
  '/api/openapi.yaml': {
    get: {
      operationId: 'openApiYaml',
      tags: ['service'],
      summary: 'This document',
      security: [],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/yaml': { schema: z.string() } } },
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'live',
      tags: ['service'],
      summary: 'The process runs',
      security: [],
      responses: { 200: json('Alive', live, { status: 'ok' }) },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'ready',
      tags: ['service'],
      summary: 'Work can be taken in',
      security: [],
      responses: {
        200: json('Ready; without the broker, events wait in the outbox', readiness, ready),
        503: json('The store cannot be written', readiness, {
          status: 'unavailable',
          store: 'cannot write: disk full',
          broker: 'ok',
        }),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      tags: ['service'],
      summary: 'Prometheus metrics',
      security: [],
      responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
    },
  },
};
