import { Controller, Get, Header } from '@nestjs/common';
import { stringify } from 'yaml';
import { openApiDocument, type OpenApiDocument } from './openapi.ts';

const document = openApiDocument();
const yaml = stringify(document, { aliasDuplicateObjects: false });

@Controller('api')
export class OpenApiController {
  @Get('openapi.json')
  json(): OpenApiDocument {
    return document;
  }

  @Get('openapi.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  yaml(): string {
    return yaml;
  }
}
