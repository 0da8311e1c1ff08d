import { reconcilerSubject } from '../reconciler/reconciler.subject.ts';
import { anybody } from '../../access/people/screens.ts';
import { letterSteps } from '../monitor/monitor.steps.ts';
import { surrounding } from '../surrounding.ts';
import { BatchesController } from './batches.controller.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { LettersController } from './letters.controller.ts';
import { MatrixController } from './matrix.controller.ts';
import { operationsActs } from './operations.acts.ts';
import { composeOperations } from './operations.compose.ts';
import { operationsPaths } from './operations.paths.ts';

export const operationsSubject = surrounding({
  name: 'operations',
  description: 'What people do about deliveries; each act leaves its line in the audit',
  chapter: 195,
  acts: operationsActs,
  needs: { reconciling: reconcilerSubject },
  compose: composeOperations,
  screens: [{ key: 'dead-letters', open: anybody, steps: letterSteps, shows: ['dead-letters'] }],
  gives: ({ runner, instances }) => ({ instances, work: runner }),
  controllers: [MatrixController, DeliveriesController, BatchesController, LettersController],
  paths: operationsPaths,
});
