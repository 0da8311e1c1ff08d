import type { Type } from '@nestjs/common';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

/**
 * One subject of the hub, as its web server and its OpenAPI document see it. A folder holds everything about
 * a subject: its documents, its decisions, its controllers, and one of these in `<subject>.subject.ts`, as
 * `<subject>Subject`: `npm run generate` finds it there.
 */
export interface Subject {
  /** Tag in the OpenAPI document. */
  readonly name: string;
  readonly description: string;
  /** Where its paths stand in the OpenAPI document: lower comes first. */
  readonly chapter: number;
  readonly controllers: readonly Type[];
  /** A subject without paths has no chapter. */
  readonly paths: ZodOpenApiPathsObject;
}
