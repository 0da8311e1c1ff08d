import { Module, type DynamicModule } from '@nestjs/common';
import { SignedInGuard } from './access/signed-in.guard.ts';
import type { Hub } from './compose.ts';
import { ApiDescription } from './http/openapi.controller.ts';
import { openApiDocument, subjects } from './subjects.ts';

const api = new ApiDescription(openApiDocument());

@Module({})
export class AppModule {
  static of(hub: Hub): DynamicModule {
    return {
      module: AppModule,
      controllers: subjects.flatMap((s) => s.controllers),
      providers: [SignedInGuard, { provide: ApiDescription, useValue: api }, ...hub.providers],
    };
  }
}
