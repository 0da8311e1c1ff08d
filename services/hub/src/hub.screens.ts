import { may, type Permission } from './access/permissions.ts';
import { newAccountSteps } from './access/people/people.steps.ts';
import { peoplePermissions } from './access/people/people.permissions.ts';
import type { ScreenRule } from './access/people/screens.ts';
import type { Person } from './access/person.ts';
import { candidates } from './access/steps/candidate.ts';
import { offered } from './access/steps/offered.ts';
import { form } from './access/steps/question.ts';
import { offerOf, type Step } from './access/steps/step.ts';
import { isReviewer, publicationPermissions } from './publications/publication.permissions.ts';
import { auditPermissions } from './surroundings/audit/audit.service.ts';
import {
  cataloguePermissions,
  closedItemPermissions,
} from './surroundings/catalogue/catalogue.permissions.ts';
import { newColumnSteps } from './surroundings/columns/columns.steps.ts';
import { feedbackPermissions } from './surroundings/feedback/feedback.permissions.ts';
import { deliveryPermissions } from './surroundings/monitor/monitor.proxy.ts';
import { reportPermissions } from './surroundings/reports/reports.service.ts';
import { requestPermissions } from './surroundings/requests/requests.permissions.ts';
import { registerSteps } from './surroundings/targets/target.steps.ts';
import { warningPermissions } from './surroundings/warnings/warnings.service.ts';

const anybody = (): boolean => true;
const whoever =
  (permissions: readonly Permission[], act: string, on: string) =>
  (who: Person): boolean =>
    may(who, permissions, act, on);

const relaying = (who: Person): readonly Step[] =>
  offered([
    candidates(who, warningPermissions, 'Warning')(
      'relay',
      offerOf('relay', '导入并申请应急发布', { look: 'danger', ask: [form] }),
      null,
    ),
  ]);

const retrying = (who: Person): readonly Step[] =>
  offered([candidates(who, deliveryPermissions, 'Delivery')('retry', offerOf('retry', '重试'), null)]);

const keeping = (who: Person): readonly Step[] =>
  offered([
    candidates(who, cataloguePermissions, 'Catalogue')(
      'import',
      offerOf('imports', '导入 XLSX、CSV、JSON…', { look: 'primary', ask: [form] }),
      null,
    ),
    candidates(who, closedItemPermissions, 'ClosedItem')(
      'close',
      offerOf('closed', '列入清单', { look: 'primary', ask: [form] }),
      null,
    ),
  ]);

/** The pages of the console: who opens each, by the permissions of what is read there. */
export const screenRules: readonly ScreenRule[] = [
  { key: 'list', open: anybody },
  { key: 'write', open: whoever(publicationPermissions, 'createPublication', 'Publication') },
  { key: 'deliveries', open: anybody, steps: retrying },
  { key: 'channels', open: anybody },
  { key: 'targets', open: anybody, steps: registerSteps },
  { key: 'reviews', open: isReviewer },
  { key: 'warnings', open: anybody, steps: relaying },
  { key: 'catalogue', open: anybody, steps: keeping },
  { key: 'columns', open: anybody, steps: newColumnSteps },
  { key: 'deadlines', open: anybody },
  { key: 'requests', open: whoever(requestPermissions, 'read', 'DisclosureRequest') },
  { key: 'feedback', open: whoever(feedbackPermissions, 'read', 'Feedback') },
  { key: 'reports', open: whoever(reportPermissions, 'read', 'Report') },
  { key: 'audit', open: whoever(auditPermissions, 'read', 'Audit') },
  { key: 'organisations', open: anybody },
  { key: 'people', open: whoever(peoplePermissions, 'list', 'Person'), steps: newAccountSteps },
  { key: 'account', open: anybody },
];
