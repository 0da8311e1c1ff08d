export { childEnvironment } from './child.environment.ts';
export { loadSettings, SettingsError } from './settings.ts';
export { serviceSettings, type ServiceSettings } from './service.settings.ts';
export { setForNativeLibrary } from './native.setting.ts';
export { releaseKeysFile } from './release.keys.file.ts';
