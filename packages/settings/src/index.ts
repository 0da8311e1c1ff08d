export { loadSettings, SettingsError } from './settings.ts';
export { serviceSettings, type ServiceSettings } from './service.settings.ts';
