import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { offerOf } from '../../access/steps/step.ts';
import { counted, turned, type BatchDoc, type Turn } from './batch.ts';
import { operationsPermissions } from '../monitor/monitor.steps.ts';
import type { BatchState, BatchView } from './operations.requests.ts';

const titles: Readonly<Record<BatchState, string>> = {
  running: '进行中',
  paused: '已暂停',
  stopped: '已停止',
  done: '已完成',
};
const turns: Readonly<Record<Turn, string>> = { pause: '暂停', resume: '继续', stop: '停止' };
const told = 100;

/** As people see it, with what this one may do with it. */
export function batchViewOf(who: Person, doc: BatchDoc): BatchView {
  const { _id: id, state, by, reason, begunAt, items } = doc;
  const candidate = candidates(who, operationsPermissions, 'Delivery');
  const senseless = { code: 'wrong-state', words: '' };
  return {
    id,
    state,
    stateTitle: titles[state],
    over: state === 'done' || state === 'stopped',
    by,
    reason,
    begunAt,
    ...counted(doc),
    refusals: items
      .filter(({ is }) => is === 'refused')
      .slice(0, told)
      .map(({ delivery, title, words = '' }) => ({ delivery, title, words })),
    steps: offered(
      (Object.keys(turns) as Turn[]).map((turn) =>
        candidate('retry', offerOf(turn, turns[turn]), turned(state, turn) === null ? senseless : null),
      ),
    ),
  };
}
