import { columnsSubject } from '../columns/columns.subject.ts';
import { monitorSubject } from '../monitor/monitor.subject.ts';
import { surrounding } from '../surrounding.ts';
import { DeliveriesConsumer } from './deliveries.consumer.ts';
import { composeReconciler } from './reconciler.compose.ts';

export const reconcilerSubject = surrounding({
  name: 'reconciler',
  description: 'What was let out is told again until every channel has taken it over',
  chapter: 220,
  needs: { monitor: monitorSubject, columns: columnsSubject },
  compose: composeReconciler,
  gives: ({ ledger, reconciler }, { parts }) => ({
    instances: [ledger, reconciler],
    work: {
      start: () => reconciler.start(parts.store.kind === 'sqlite'),
      stop: () => reconciler.stop(),
    },
  }),
  controllers: [DeliveriesConsumer],
  paths: {},
});
