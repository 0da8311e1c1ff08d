export {
  document,
  block,
  inline,
  mark,
  type Document,
  type Block,
  type Inline,
  type Mark,
  type Cell,
  type List,
  type ListItem,
  type Quote,
} from './document.ts';
export {
  edition,
  editionContent,
  editionHeader,
  publicNotice,
  media,
  publicationId,
  channelId,
  sha256,
  instant,
  isoDate,
  lane,
  warningFacts,
  warningLevel,
  type Edition,
  type EditionContent,
  type EditionHeader,
  type IllustratedEdition,
  type Illustration,
  type Lane,
  type Media,
  type WarningFacts,
  type WarningLevel,
  editionColumn,
  type EditionColumn,
} from './edition.ts';
export {
  capabilities,
  channelAnnounced,
  limit,
  pictureAnswered,
  pictureAsked,
  preview,
  problem,
  quietHours,
  reading,
  recall,
  renderAsked,
  rendered,
  type Capabilities,
  type ChannelAnnounced,
  type Limit,
  type PictureAnswered,
  type PictureAsked,
  type Preview,
  type Problem,
  type Reading,
  type Recall,
  type RenderAsked,
  type Rendered,
  type QuietHours,
} from './capabilities.ts';
export {
  deliveryFacts,
  deliveryId,
  deliveryKey,
  evidence,
  type DeliveryKey,
  type Evidence,
} from './delivery.ts';
export { defineEvent, envelopeAttributes, type Envelope, type EventContract } from './envelope.ts';
export { editionReleasedV1, type EditionReleased } from './events/edition-released.v1.ts';
export {
  endingAct,
  publicationWithdrawnV1,
  type EndingAct,
  type PublicationWithdrawn,
} from './events/publication-withdrawn.v1.ts';
export { deliveryAcceptedV1, type DeliveryAccepted } from './events/delivery-accepted.v1.ts';
export {
  deliveryAttemptedV1,
  attemptOutcome,
  type AttemptOutcome,
  type DeliveryAttempted,
} from './events/delivery-attempted.v1.ts';
export {
  deliverySettledV1,
  settledOutcome,
  type DeliverySettled,
  type SettledOutcome,
} from './events/delivery-settled.v1.ts';
export {
  deadLetter,
  ledgerEntry,
  ledgerRow,
  rowState,
  type DeadLetter,
  type LedgerEntry,
  type LedgerRow,
  type RowState,
  type TimelineEntry,
} from './ledger.ts';
export { retryRequestedV1, type RetryRequested } from './events/retry-requested.v1.ts';
export {
  announcementTtlMs,
  channelDirectory,
  commandSubject,
  commands,
  deadLetterSubject,
  deadLetters,
  deliveries,
  deliverySubject,
  durable,
  everything,
  headers,
  pictureQuestion,
  pictureShelf,
  pictureShelfDays,
  releaseSubject,
  releases,
  registerQuestion,
  renderQuestion,
  streams,
  type StreamName,
} from './subjects.ts';
export { brokerName, brokerRights, inboxOf, type BrokerClient, type BrokerRights } from './broker.rights.ts';
export { audience, everywhere, nobody, selection, type Audience, type Selection } from './audience.ts';
export { containsDivision, divisionCode, divisionStem, type DivisionCode } from './division.ts';
export {
  reach,
  registerAnswer,
  registerAsked,
  registerProblem,
  targetFilter,
  targetToWrite,
  type Reach,
  type RegisterAnswer,
  type RegisterAsked,
  type RegisterProblem,
  type TargetFilter,
  type TargetToWrite,
} from './register.ts';
export { knownPosting, type KnownPosting } from './standing.ts';
export {
  groupName,
  organisationCode,
  registeredTarget,
  target,
  targetChoice,
  targetId,
  targetKind,
  targetState,
  type RegisteredTarget,
  type Target,
  type TargetChoice,
  type TargetId,
  type TargetKind,
  type TargetState,
} from './target.ts';
export { venueKind, venueKinds, venueTitle, type VenueKind } from './venue.kinds.ts';
export {
  operation,
  operationRank,
  operationRules,
  shows,
  type Operation,
  type OperationRules,
} from './operation.ts';
export { essential, essentialKind, type Essential, type EssentialKind } from './essential.ts';
