import { surrounding } from '../surrounding.ts';
import { monitorPaths } from './monitor.paths.ts';
import { MonitorListener } from './monitor.listener.ts';
import { mountMonitorProxy } from './monitor.proxy.ts';
import { StandingDesk } from './standing.desk.ts';
import { anybody } from '../../access/people/screens.ts';
import { operationTitles, rowStateTitles, verbTitles } from './monitor.words.ts';
import { deliverySteps } from './monitor.steps.ts';

export const monitorSubject = surrounding({
  name: 'monitor',
  description: 'What became of them',
  chapter: 190,
  needs: {},
  compose: async ({ parts }) => new StandingDesk(parts.settings, parts.log),
  gives: (standing, { parts, access, audit, changes }) => ({
    work: new MonitorListener(parts.settings, changes, parts.log),
    mount: (http) => mountMonitorProxy(http, access.sessions, parts.settings, audit.counted),
    answers: { standingOf: (publication) => standing.standingOf(publication) },
  }),
  screens: [
    {
      key: 'deliveries',
      open: anybody,
      steps: deliverySteps,
      shows: ['deliveries', 'dead-letters', 'retry_batches'],
      words: { state: rowStateTitles, verb: verbTitles, operation: operationTitles },
    },
  ],
  controllers: [],
  paths: monitorPaths,
});
