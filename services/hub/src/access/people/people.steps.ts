import type { Person } from '../person.ts';
import { candidates } from '../steps/candidate.ts';
import { offered, type Objection } from '../steps/offered.ts';
import { form, text } from '../steps/question.ts';
import { offerOf, type Step } from '../steps/step.ts';
import { askObjection, countersignObjection } from './reset.rules.ts';
import type { PersonDoc } from './people.documents.ts';
import { peoplePermissions } from './people.permissions.ts';

type Account = Pick<PersonDoc, '_id' | 'title' | 'state' | 'reset'>;
export type AccountAct = 'setRoles' | 'disable' | 'enable';

/** Nobody makes themselves powerful, or shuts themselves out. What stands so already is not done again. */
export function accountObjection(act: AccountAct, by: string, account: Account): Objection | null {
  const own = account._id === by;
  if (act === 'setRoles')
    return own ? { code: 'own-account', words: '不能给自己授权；请由另一位安全管理员办理' } : null;
  if ((account.state === 'disabled') === (act === 'disable'))
    return {
      code: 'wrong-state',
      words: `${account.title}的账号${account.state === 'disabled' ? '已经停用' : '正在使用'}，无需再次办理`,
    };
  return own && act === 'disable'
    ? { code: 'own-account', words: '不能停用自己的账号；请由另一位系统管理员办理' }
    : null;
}

/** What a person may do with an account. */
export function accountSteps(who: Person, account: Account, now: Date): Step[] {
  const candidate = candidates(who, peoplePermissions, 'Person');
  const ask = [text('reason', '理由', 200)];
  const objection = (act: AccountAct): Objection | null => accountObjection(act, who.name, account);
  return offered([
    candidate('setRoles', offerOf('roles', '保存授权', { ask: [form] }), objection('setRoles')),
    candidate('change', offerOf('change', '修改', { ask: [form] }), null),
    candidate('disable', offerOf('disable', '停用', { look: 'danger', ask }), objection('disable')),
    candidate('enable', offerOf('enable', '恢复', { ask }), objection('enable')),
    candidate(
      'resetPassword',
      offerOf('reset-password', '重设密码', { ask }),
      askObjection(who.name, account),
    ),
    candidate('unlock', offerOf('unlock', '解除锁定', { ask }), null),
    candidate(
      'resetSecondFactor',
      offerOf('reset-second-factor', '重设动态码', { ask }),
      askObjection(who.name, account),
    ),
    candidate(
      'countersign',
      offerOf('countersign', '会签重设', { ask }),
      countersignObjection(who.name, account, now),
    ),
  ]);
}

export const newAccountSteps = (who: Person): Step[] =>
  offered([
    candidates(who, peoplePermissions, 'Person')(
      'create',
      offerOf('create', '新建账号', { ask: [form] }),
      null,
    ),
  ]);
