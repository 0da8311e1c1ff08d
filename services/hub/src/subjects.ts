import { auditSubject } from './audit/audit.subject.ts';
import { channelsSubject } from './channels/channels.subject.ts';
import { attachmentsSubject } from './attachments/attachments.subject.ts';
import { catalogueSubject } from './catalogue/catalogue.subject.ts';
import { columnsSubject } from './columns/columns.subject.ts';
import { deadlinesSubject } from './deadlines/deadlines.subject.ts';
import { documentsSubject } from './documents/documents.subject.ts';
import { feedbackSubject } from './feedback/feedback.subject.ts';
import { obligationsSubject } from './obligations/obligations.subject.ts';
import { organisationSubject } from './organisation/organisation.subject.ts';
import { peopleSubject } from './people/people.subject.ts';
import { sessionSubject } from './people/session.subject.ts';
import { proofreadingSubject } from './proofreading/proofreading.subject.ts';
import { typesSubject } from './publication-types/types.subject.ts';
import { publicationsSubject } from './publications/publications.subject.ts';
import { reportsSubject } from './reports/reports.subject.ts';
import { requestsSubject } from './requests/requests.subject.ts';
import type { Subject } from './subject.ts';
import { warningsSubject } from './warnings/warnings.subject.ts';

/** Everything the hub answers about; the console's catch-all comes after them. */
export const subjects: readonly Subject[] = [
  sessionSubject,
  publicationsSubject,
  channelsSubject,
  warningsSubject,
  reportsSubject,
  deadlinesSubject,
  requestsSubject,
  feedbackSubject,
  auditSubject,
  columnsSubject,
  typesSubject,
  proofreadingSubject,
  organisationSubject,
  peopleSubject,
  catalogueSubject,
  documentsSubject,
  obligationsSubject,
  attachmentsSubject,
];
