import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { form } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';
import { warningPermissions } from './warnings.service.ts';

export const relaySteps = (who: Person): readonly Step[] =>
  offered([
    candidates(who, warningPermissions, 'Warning')(
      'write',
      offerOf('own', '请求发布', { look: 'danger', ask: [form] }),
      null,
    ),
    candidates(who, warningPermissions, 'Warning')(
      'relay',
      offerOf('relay', '导入并申请应急发布', { look: 'danger', ask: [form] }),
      null,
    ),
  ]);
