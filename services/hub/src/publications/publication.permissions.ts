import { forbidden, may, permit, type Permission } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { reviewerRoles, type Role } from '../access/role.ts';
import { refused, type Command, type Decision } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { kindOf } from './publication.review.ts';
import { newest, type Publication } from './publication.ts';
import { house, readingObjection } from './reading.rights.ts';
import { houseKinds, houseRolesOf, kindsOf, reviewForm, type ReviewForm } from './review.kind.ts';

const ofTheirBody = (who: Person): object =>
  who.organisation === house ? {} : { organisation: who.organisation };

/** Who may be the second person of an urgent release. */
export const confirmers: readonly Role[] = ['duty-officer', 'publisher', ...houseRolesOf('approval')];

export const publicationPermissions: readonly Permission[] = [
  {
    roles: ['editor', 'duty-officer'],
    can: ['createPublication', 'editDraft', 'checkLosses', 'submitEdition', 'correctPublication'],
    on: 'Publication',
    where: ofTheirBody,
  },
  {
    roles: [...reviewerRoles, 'publisher'],
    can: 'returnEdition',
    on: 'Publication',
    where: ofTheirBody,
  },
  {
    roles: [...reviewerRoles, 'editor'],
    can: ['makeComment', 'answerComment', 'settleComment'],
    on: 'Publication',
    where: ofTheirBody,
  },
  {
    roles: ['publisher'],
    can: ['publishEdition', 'cancelSchedule', 'repealPublication', 'archivePublication'],
    on: 'Publication',
    where: ofTheirBody,
  },
  {
    roles: ['publisher', 'duty-officer'],
    can: ['withdrawPublication', 'expirePublication', 'liftWarning'],
    on: 'Publication',
    where: ofTheirBody,
  },
  { roles: ['duty-officer'], can: 'requestUrgentRelease', on: 'Publication', where: ofTheirBody },
  { roles: confirmers, can: 'confirmUrgentRelease', on: 'Publication', where: ofTheirBody },
  // which of them they are given is judged one by one
  { roles: reviewerRoles, can: 'claimReviews', on: 'Publication', where: ofTheirBody },
  { roles: reviewerRoles, can: 'reviewAfterwards', on: 'Publication', where: ofTheirBody },
];

/** Acts on what is out already, whatever is in work besides. */
const unread: ReadonlySet<Command['type']> = new Set([
  'withdrawPublication',
  'expirePublication',
  'repealPublication',
  'liftWarning',
  'archivePublication',
]);

/** Acts on a review, and the forms of review that have them. */
const reviewing: Readonly<Partial<Record<Command['type'], readonly ReviewForm[]>>> = {
  claimReview: reviewForm.options,
  approveEdition: ['approval'],
  clearEdition: ['clearance'],
  referEdition: ['clearance'],
};

/** A review is for the role that its kind names; all else is in the list. */
function permissionsFor(type: Command['type'], state: Publication): readonly Permission[] {
  const forms = reviewing[type];
  return forms === undefined
    ? publicationPermissions
    : [{ roles: rolesFor(forms, state), can: type, on: 'Publication', where: ofTheirBody }];
}

/**
 * Who gives the review that is waited for; where none of these forms is, everybody who gives such reviews, so
 * that they are told so.
 */
function rolesFor(forms: readonly ReviewForm[], state: Publication): readonly Role[] {
  const current = newest(state);
  const kind = kindOf(current);
  if (kind !== null && forms.includes(kind.form)) return [kind.role];
  const kinds = [...houseKinds, ...(current.route === null ? [] : kindsOf(current.route))];
  return [...new Set(kinds.filter((k) => forms.includes(k.form)).map((k) => k.role))];
}

/** Is it for one of their roles, be it elsewhere or for another's work? */
export const isTheirs = (who: Person, type: Command['type'], state: Publication): boolean =>
  may(who, permissionsFor(type, state), type, 'Publication');

/**
 * The one judgement about a command of a person, rules and permissions together. Four eyes comes before roles:
 * the author of a piece is told why, whatever else they may do.
 */
export function judge(who: Person, command: Command, state: Publication): Decision {
  const decision = decide(command, state);
  if (decision.kind === 'refused' && decision.code === 'four-eyes') return decision;
  const { organisation } = state;
  const permissions = permissionsFor(command.type, state);
  const objection =
    forbidden(who, permissions, command.type, 'Publication', { organisation }) ??
    (unread.has(command.type) ? null : readingObjection(who, state));
  return objection === null ? decision : refused(objection.code, objection.words);
}

/** Before anything is looked up for a command. @throws ProblemError 403 */
export function permitCommand(who: Person, type: Command['type'], state: Publication): void {
  const { organisation } = state;
  permit(who, permissionsFor(type, state), type, 'Publication', { organisation });
}

const afterWriting = /^(confirmUrgentRelease|reviewAfterwards)$/;
/** Does anything ever wait for them? */
export const isReviewer = (who: Person): boolean =>
  publicationPermissions
    .flatMap(({ can }) => can)
    .some((act) => afterWriting.test(act) && may(who, publicationPermissions, act, 'Publication'));
