export { openApiDocument, type OpenApiDocument } from './openapi/openapi.ts';
export { hubSettings, type HubSettings } from './settings.ts';
