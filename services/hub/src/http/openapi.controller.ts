import { Controller, Get, Header, Inject } from '@nestjs/common';
import { stringify } from 'yaml';
import type { OpenApiDocument } from './openapi.ts';

/** The document as it is handed out: made once. */
export class ApiDescription {
  readonly yaml: string;
  constructor(readonly document: OpenApiDocument) {
    this.yaml = stringify(document, { aliasDuplicateObjects: false });
  }
}

@Controller('api')
export class OpenApiController {
  constructor(@Inject(ApiDescription) private readonly api: ApiDescription) {}

  @Get('openapi.json')
  json(): OpenApiDocument {
    return this.api.document;
  }

  @Get('openapi.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  yaml(): string {
    return this.api.yaml;
  }
}
