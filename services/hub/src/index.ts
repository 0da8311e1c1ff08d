export type { OpenApiDocument } from './http/openapi.ts';
export { hubSettings, type HubSettings } from './ports/hub.settings.ts';
export { openApiDocument } from './subjects.ts';
