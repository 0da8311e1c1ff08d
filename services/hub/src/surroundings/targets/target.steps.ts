import type { RegisteredTarget } from '@towncrier/contracts';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered, type Objection } from '../../access/steps/offered.ts';
import { form, text } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';
import { targetPermissions } from './target.permissions.ts';

export type TargetAct = 'change' | 'pause' | 'resume' | 'retire';

/** Retired is for ever; what stands so already is not done again. */
export function targetObjection(
  act: TargetAct,
  { title, state }: Pick<RegisteredTarget, 'title' | 'state'>,
): Objection | null {
  const wrong = (words: string): Objection => ({ code: 'wrong-state', words });
  if (state.is === 'retired')
    return wrong(`终端“${title}”已于 ${state.on} 停用，不能再改；请另行登记新的终端`);
  if (act === 'pause' && state.is === 'paused') return wrong(`终端“${title}”已经暂停，无需再次办理`);
  if (act === 'resume' && state.is === 'active') return wrong(`终端“${title}”正在使用，无需恢复`);
  return null;
}

/** What a person may do with a target. */
export function targetSteps(who: Person, target: Pick<RegisteredTarget, 'title' | 'state'>): Step[] {
  const candidate = candidates(who, targetPermissions, 'Target');
  const ask = [text('reason', '理由', 200)];
  return offered([
    candidate('keep', offerOf('change', '修改', { ask: [form] }), targetObjection('change', target)),
    candidate('keep', offerOf('pause', '暂停', { ask }), targetObjection('pause', target)),
    candidate('keep', offerOf('resume', '恢复', { ask }), targetObjection('resume', target)),
    candidate('keep', offerOf('retire', '停用', { look: 'danger', ask }), targetObjection('retire', target)),
  ]);
}

/** What a person may do with a register. */
export const registerSteps = (who: Person): Step[] => {
  const candidate = candidates(who, targetPermissions, 'Target');
  return offered([
    candidate('keep', offerOf('create', '登记终端', { look: 'primary', ask: [form] }), null),
    candidate('keep', offerOf('import', '导入 CSV、XLSX…', { ask: [form] }), null),
  ]);
};
