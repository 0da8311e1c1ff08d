import { surrounding } from '../surrounding.ts';
import { monitorPaths } from './monitor.paths.ts';
import { mountMonitorProxy } from './monitor.proxy.ts';

export const monitorSubject = surrounding({
  name: 'monitor',
  description: 'What became of them',
  chapter: 190,
  needs: {},
  compose: async ({ access }) => access.sessions,
  gives: (sessions, { parts }) => ({ mount: (http) => mountMonitorProxy(http, sessions, parts.settings) }),
  controllers: [],
  paths: monitorPaths,
});
