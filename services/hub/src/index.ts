export { openApiDocument, type OpenApiDocument } from './http/openapi.ts';
export { hubSettings, type HubSettings } from './ports/hub.settings.ts';
