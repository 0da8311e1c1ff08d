import { forbidden, may, permit, type Permission } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { refused, type Command, type Decision } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { newest, type Publication } from './publication.ts';
import { stageOf } from './publication.review.ts';

/** The office that may act for the whole county. */
const house = 'kysrmzf';
const ofTheirBody = (who: Person): object =>
  who.organisation === house ? {} : { organisation: who.organisation };

const reviewers = ['first-reviewer', 'second-reviewer', 'third-reviewer'] as const;
const everyStage = [...reviewers, 'secrecy-reviewer'] as const;

export const publicationPermissions: readonly Permission[] = [
  {
    roles: ['editor', 'duty-officer'],
    can: ['createPublication', 'editDraft', 'submitEdition', 'correctPublication'],
    on: 'Publication',
    where: ofTheirBody,
  },
  { roles: ['first-reviewer'], can: ['approveEdition:1', 'claimReview:1'], on: 'Publication' },
  { roles: ['second-reviewer'], can: ['approveEdition:2', 'claimReview:2'], on: 'Publication' },
  { roles: ['third-reviewer'], can: ['approveEdition:3', 'claimReview:3'], on: 'Publication' },
  {
    roles: ['secrecy-reviewer'],
    can: ['clearEdition', 'referEdition', 'claimReview:secrecy'],
    on: 'Publication',
  },
  { roles: [...everyStage, 'publisher'], can: 'returnEdition', on: 'Publication' },
  { roles: [...everyStage, 'editor'], can: ['makeComment', 'settleComment'], on: 'Publication' },
  {
    roles: ['publisher'],
    can: ['publishEdition', 'cancelSchedule', 'repealPublication', 'archivePublication'],
    on: 'Publication',
  },
  {
    roles: ['publisher', 'duty-officer'],
    can: ['withdrawPublication', 'expirePublication'],
    on: 'Publication',
  },
  { roles: ['duty-officer'], can: 'requestUrgentRelease', on: 'Publication' },
  { roles: ['duty-officer', 'publisher', ...reviewers], can: 'confirmUrgentRelease', on: 'Publication' },
  { roles: everyStage, can: 'reviewAfterwards', on: 'Publication' },
];

/** Reviews are permitted stage by stage. */
function permissionFor(type: Command['type'], state: Publication): string {
  if (type !== 'approveEdition' && type !== 'claimReview') return type;
  return `${type}:${type === 'approveEdition' ? levelOf(state) : (stageOf(newest(state)) ?? 1)}`;
}

const levelOf = (state: Publication): number => {
  const stage = stageOf(newest(state));
  return stage === null || stage === 'secrecy' ? 1 : stage;
};

/** Is it for one of their roles, be it elsewhere or for another's work? */
export const isTheirs = (who: Person, type: Command['type'], state: Publication): boolean =>
  may(who, publicationPermissions, permissionFor(type, state), 'Publication');

/**
 * The one judgement about a command of a person, rules and permissions together. Four eyes comes before roles:
 * the author of a piece is told why, whatever else they may do.
 */
export function judge(who: Person, command: Command, state: Publication): Decision {
  const decision = decide(command, state);
  if (decision.kind === 'refused' && decision.code === 'four-eyes') return decision;
  const { organisation } = state;
  const act = permissionFor(command.type, state);
  const objection = forbidden(who, publicationPermissions, act, 'Publication', { organisation });
  return objection === null ? decision : refused(objection.code, objection.words);
}

/** Before anything is looked up for a command. @throws ProblemError 403 */
export function permitCommand(who: Person, type: Command['type'], state: Publication): void {
  const { organisation } = state;
  permit(who, publicationPermissions, permissionFor(type, state), 'Publication', { organisation });
}

const afterWriting = /^(approveEdition|clearEdition|confirmUrgentRelease|reviewAfterwards)\b/;
/** Does anything ever wait for them? */
export const isReviewer = (who: Person): boolean =>
  publicationPermissions
    .flatMap(({ can }) => can)
    .some((act) => afterWriting.test(act) && may(who, publicationPermissions, act, 'Publication'));
