import type { Type } from '@nestjs/common';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

/**
 * One subject of the hub, as its web server and its OpenAPI document see it. A folder holds everything about
 * a subject: its
 * documents, its decisions, its controllers, and one of these in `<subject>.subject.ts`.
 */
export interface Subject {
  /** Tag in the OpenAPI document. */
  readonly name: string;
  readonly description: string;
  readonly controllers: readonly Type[];
  readonly paths: ZodOpenApiPathsObject;
}
