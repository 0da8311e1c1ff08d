import type { Person } from '../access/person.ts';
import { ProblemError } from '../http/problem.ts';
import type { Role } from '../access/role.ts';
import { kindOf, passed } from './publication.review.ts';
import { newest, type EditionRecord, type Publication } from './publication.ts';
import { houseKinds, houseRolesOf, kindsOf, type ReviewForm } from './review.kind.ts';

/** The office that may act for the whole county. */
export const house = 'kysrmzf';

/** How far from the public an edition is; `clearance`: it may have to stay secret. */
export type ReadingStage = 'writing' | 'review' | 'clearance' | 'urgent' | 'cleared' | 'public';

export function readingStage(e: EditionRecord): ReadingStage {
  if (e.state === 'released') return 'public';
  if (e.state === 'draft') return 'writing';
  if (e.state === 'awaiting-confirmation') return 'urgent';
  if (e.state === 'approved' || e.state === 'scheduled') return 'cleared';
  return e.state === 'referred' || kindOf(e)?.form === 'clearance' ? 'clearance' : 'review';
}

const writers: readonly Role[] = ['editor', 'duty-officer'];

/** Roles that read whatever their body has at a stage. Reviewers read besides what their review is about. */
const readers: Readonly<Record<Exclude<ReadingStage, 'public'>, readonly Role[]>> = {
  writing: writers,
  review: writers,
  clearance: [],
  urgent: [...writers, 'publisher', ...houseRolesOf('approval')],
  cleared: [...writers, 'publisher'],
};

/** Forms of review whose reviewers read at a stage. */
const reviewing: Readonly<Record<Exclude<ReadingStage, 'public'>, readonly ReviewForm[]>> = {
  writing: [],
  review: ['approval'],
  clearance: ['clearance'],
  urgent: [],
  cleared: ['approval', 'clearance'],
};

/** Whether somebody may read the newest edition: by their body, their duty, and how far it is. */
export function mayRead(who: Person, publication: Publication): boolean {
  const edition = newest(publication);
  const stage = readingStage(edition);
  if (stage === 'public' || edition.authors.includes(who.name)) return true;
  // a warning is passed on word for word, and whoever is on duty must know that it was
  if (edition.relayed !== null && who.roles.includes('duty-officer')) return true;
  if (who.organisation !== house && who.organisation !== publication.organisation) return false;
  if (stage !== 'writing' && passed(edition).some((r) => r.by === who.name)) return true;
  const kinds = (edition.route === null ? houseKinds : kindsOf(edition.route)).filter((k) =>
    reviewing[stage].includes(k.form),
  );
  const able: readonly Role[] = [...readers[stage], ...kinds.map((k) => k.role)];
  return able.some((role) => who.roles.includes(role));
}

/** Null when they may. */
export const readingObjection = (
  who: Person,
  publication: Publication,
): { readonly code: 'forbidden'; readonly words: string } | null =>
  mayRead(who, publication)
    ? null
    : {
        code: 'forbidden',
        words: '这份稿件尚未公开；只有本单位的撰稿人和当前环节的审核、发布人员可以查看，请由他们办理',
      };

/** @throws ProblemError 403 */
export function refuseUnlessRead(who: Person, publication: Publication): void {
  const objection = readingObjection(who, publication);
  if (objection !== null) throw new ProblemError(403, objection.code, objection.words);
}
