import { RequestMethod } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemDetails } from './http/problem.ts';
import {
  approveRequest,
  correctRequest,
  createRequest,
  editRequest,
  previewRequest,
  returnRequest,
  submitRequest,
  withdrawRequest,
} from './publications/publication.requests.ts';
import { preview, publication, publicationList } from './publications/publication.view.ts';
import { openApiDocument, subjects } from './subjects.ts';

const document = openApiDocument();
interface Operation {
  operationId?: string;
  summary?: string;
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, { example?: unknown; schema?: unknown }> }>;
}
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    operation,
  })),
);
const named = (name: string): Operation => operations.find((o) => o.name === name)?.operation as Operation;

/** `METHOD /path/{id}` of every route of every controller, read from the framework's own metadata. */
function routes(): string[] {
  return subjects
    .filter((s) => Object.keys(s.paths).length > 0)
    .flatMap((s) => s.controllers)
    .flatMap((controller) => {
      const base = String(Reflect.getMetadata('path', controller));
      const prototype: object = controller.prototype;
      return Object.getOwnPropertyNames(prototype).flatMap((key) => {
        const method = Reflect.getMetadata('method', Reflect.get(prototype, key)) as number | undefined;
        if (method === undefined) return [];
        const path = `/${base}/${String(Reflect.getMetadata('path', Reflect.get(prototype, key)))}`
          .replace(/\/+/g, '/')
          .replace(/(.)\/$/, '$1')
          .replace(/:(\w+)/g, '{$1}');
        return [`${RequestMethod[method]} ${path}`];
      });
    });
}

describe('the OpenAPI document', () => {
  it('has every route of every controller', () => {
    expect(operations.map((o) => o.name)).toEqual(expect.arrayContaining(routes()));
    expect(routes()).toContain('POST /api/v1/publications/{id}/approve');
  });

  it('is OpenAPI 3.1 and refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((m) => m[1]);

    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining([...new Set(references)]),
    );
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  });

  it('names every operation once, in words', () => {
    const ids = operations.map((o) => o.operation.operationId);

    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter((o) => (o.operation.summary ?? '') === '')).toEqual([]);
  });

  it('shows an example of every JSON body, going in and coming out', () => {
    const without = operations.flatMap(({ name, operation }) =>
      [operation.requestBody, ...Object.values(operation.responses)]
        .flatMap((body) => Object.entries(body?.content ?? {}))
        .filter(
          ([type, content]) =>
            /[/+]json/.test(type) && content.example === undefined && !name.includes('openapi.json'),
        )
        .map(() => name),
    );

    expect(without).toEqual([]);
  });

  it('has examples that the hub itself would take and give', () => {
    const one = '/api/v1/publications/{id}';
    const requests: readonly [string, z.ZodType][] = [
      ['POST /api/v1/publications', createRequest],
      ['POST /api/v1/previews', previewRequest],
      [`PUT ${one}/draft`, editRequest],
      [`POST ${one}/submit`, submitRequest],
      [`POST ${one}/approve`, approveRequest],
      [`POST ${one}/return`, returnRequest],
      [`POST ${one}/correct`, correctRequest],
      [`POST ${one}/withdraw`, withdrawRequest],
    ];
    for (const [name, schema] of requests)
      expect(
        schema.safeParse(named(name).requestBody?.content['application/json']?.example).error,
        name,
      ).toBeUndefined();
    const answers: readonly [string, string, z.ZodType][] = [
      ['GET /api/v1/publications', '200', publicationList],
      [`GET ${one}`, '200', publication],
      ['POST /api/v1/previews', '200', preview],
    ];
    for (const [name, status, schema] of answers)
      expect(
        schema.safeParse(named(name).responses[status]?.content?.['application/json']?.example).error,
        name,
      ).toBeUndefined();
  });

  it('shows every refusal as problem details', () => {
    const refusals = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses).filter(([status]) => status.startsWith('4')),
    );

    expect(refusals.length).toBeGreaterThan(20);
    for (const [, response] of refusals)
      expect(problemDetails.safeParse(response.content?.['application/problem+json']?.example).success).toBe(
        true,
      );
  });

  it('is the same whenever it is made', () => {
    expect(openApiDocument()).toEqual(document);
  });
});
