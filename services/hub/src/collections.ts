import type { CollectionSpec, Doc } from '@towncrier/storage';
import { organisations } from './access/organisation/organisation.documents.ts';
import { oidcFlows, people, sessions, signInFailures } from './access/people/people.documents.ts';
import { knownChannels } from './publications/channels/known.channel.ts';
import { contents, publications } from './publications/publication.document.ts';
import { editingLocks } from './publications/writing/editing.locks.ts';
import { workingCopies } from './publications/writing/working.copy.ts';
import { seenTexts } from './publications/seen/seen.text.ts';
import { pictures } from './publications/pictures/picture.documents.ts';
import { attachments } from './surroundings/attachments/attachments.documents.ts';
import { catalogueVersions, closedItems } from './surroundings/catalogue/catalogue.documents.ts';
import { columnDocs } from './surroundings/columns/columns.documents.ts';
import { issuedNumbers } from './surroundings/documents/index.numbers.ts';
import { calendarDocs } from './surroundings/deadlines/calendar.documents.ts';
import { feedbackDocs } from './surroundings/feedback/feedback.documents.ts';
import { retryBatches } from './surroundings/operations/batch.ts';
import { duties, releaseRecords } from './surroundings/reconciler/reconciler.documents.ts';
import { disclosureRequests } from './surroundings/requests/requests.documents.ts';
import { warnings } from './surroundings/warnings/warnings.documents.ts';
import { auditAnchors, auditRows } from './trail/audit.documents.ts';

/** All that the hub keeps, by floor. `npm run migrate` finds them here, and the hub opens no other. */
export const collections: readonly CollectionSpec<Doc>[] = [
  auditRows,
  auditAnchors,
  organisations,
  people,
  sessions,
  signInFailures,
  oidcFlows,
  knownChannels,
  publications,
  contents,
  editingLocks,
  workingCopies,
  seenTexts,
  pictures,
  attachments,
  catalogueVersions,
  closedItems,
  columnDocs,
  issuedNumbers,
  calendarDocs,
  feedbackDocs,
  duties,
  releaseRecords,
  disclosureRequests,
  retryBatches,
  warnings,
];
