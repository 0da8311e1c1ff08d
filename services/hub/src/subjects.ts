import { auditSubject } from './surroundings/audit/audit.subject.ts';
import { channelsSubject } from './publications/channels/channels.subject.ts';
import { attachmentsSubject } from './surroundings/attachments/attachments.subject.ts';
import { catalogueSubject } from './surroundings/catalogue/catalogue.subject.ts';
import { columnsSubject } from './surroundings/columns/columns.subject.ts';
import { deadlinesSubject } from './surroundings/deadlines/deadlines.subject.ts';
import { documentsSubject } from './surroundings/documents/documents.subject.ts';
import { feedbackSubject } from './surroundings/feedback/feedback.subject.ts';
import { obligationsSubject } from './surroundings/obligations/obligations.subject.ts';
import { organisationSubject } from './access/organisation/organisation.subject.ts';
import { peopleSubject } from './access/people/people.subject.ts';
import { sessionSubject } from './access/people/session.subject.ts';
import { proofreadingSubject } from './surroundings/proofreading/proofreading.subject.ts';
import { typesSubject } from './surroundings/publication-types/types.subject.ts';
import { publicationsSubject } from './publications/publications.subject.ts';
import { reportsSubject } from './surroundings/reports/reports.subject.ts';
import { requestsSubject } from './surroundings/requests/requests.subject.ts';
import type { Subject } from './http/subject.ts';
import { warningsSubject } from './surroundings/warnings/warnings.subject.ts';

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
