import { describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/role.ts';
import { approved, approvedStory, released, Story, submitted, written } from '../testing/story.ts';
import type { Command } from './publication.commands.ts';
import { confirmers, permitCommand } from './publication.permissions.ts';
import type { Publication } from './publication.ts';
import { houseKinds, type ReviewKind } from './review.kind.ts';

const person = (...roles: Role[]): Person => ({ name: 'x', title: 'x', roles, organisation: 'kysrmzf' });
const may = (role: Role, type: Command['type'], state: Publication): boolean => {
  try {
    permitCommand(person(role), type, state);
    return true;
  } catch {
    return false;
  }
};
const reviewers: readonly Role[] = houseKinds.map((kind) => kind.role);
const who = (type: Command['type'], state: Publication, among = reviewers) =>
  among.filter((role) => may(role, type, state));

const [first, second, third] = reviewers as [Role, Role, Role];
const clearer = reviewers.at(-1) as Role;
const waiting = new Story().given('li', written()).given('li', submitted(2)).publication;
const halfway = new Story()
  .given('li', written())
  .given('li', submitted(2))
  .given('wang', approved()).publication;
const toClear = new Story()
  .given('li', written())
  .given('li', submitted())
  .given('wang', approved()).publication;

describe('a review', () => {
  it('is for the role that its kind names, and for no other', () => {
    expect([waiting, halfway].map((p) => who('approveEdition', p))).toEqual([[first], [second]]);
    expect([waiting, halfway, toClear].map((p) => who('claimReview', p))).toEqual([
      [first],
      [second],
      [clearer],
    ]);
    expect(who('clearEdition', toClear)).toEqual([clearer]);
    expect(who('referEdition', toClear)).toEqual([clearer]);
  });

  it('that is not waited for is refused to its reviewers by the rule, to others by their role', () => {
    const draft = new Story().given('li', written()).publication;
    expect(who('approveEdition', draft)).toEqual([first, second, third]);
    expect(who('clearEdition', waiting)).toEqual([clearer]);
    expect(who('approveEdition', toClear)).toEqual([first, second, third]);
    expect(who('claimReview', draft)).toEqual(reviewers);
    expect(who('approveEdition', draft, ['editor', 'publisher', 'auditor'])).toEqual([]);
  });

  it('of the county’s own is for the role that the column names', () => {
    const legal: ReviewKind = { id: 'legal', title: '法制审核', role: 'legal-reviewer', form: 'approval' };
    const own = new Story()
      .given('li', written())
      .given('li', { ...submitted(), route: { kinds: [legal] } } as ReturnType<typeof submitted>).publication;
    expect(who('approveEdition', own, [...reviewers, legal.role])).toEqual([legal.role]);
    expect(() => permitCommand(person('editor'), 'approveEdition', own)).toThrow('请由法制审核人员办理');
  });
});

describe('what is no review', () => {
  it('is for the roles of the list', () => {
    const all: readonly Role[] = ['editor', 'publisher', 'duty-officer', 'auditor', ...reviewers];
    const approvedOne = approvedStory().publication;
    expect(who('publishEdition', approvedOne, all)).toEqual(['publisher']);
    expect(who('returnEdition', approvedOne, all)).toEqual(['publisher', ...reviewers]);
    expect(who('requestUrgentRelease', waiting, all)).toEqual(['duty-officer']);
    expect(who('confirmUrgentRelease', waiting, all).toSorted()).toEqual([...confirmers].toSorted());
    expect(confirmers).not.toContain(clearer);
    expect(who('reviewAfterwards', released().publication, all)).toEqual(reviewers);
    expect(who('withdrawPublication', released().publication, all)).toEqual(['publisher', 'duty-officer']);
    expect(who('wake', approvedOne, all)).toEqual([]);
  });

  it('is for one’s own body, unless one sits in the county’s office', () => {
    const water: Person = { ...person('editor'), organisation: 'kysswj' };
    expect(() => permitCommand(water, 'editDraft', waiting)).toThrow('不属于您所在的单位');
    expect(() => permitCommand(water, 'editDraft', { ...waiting, organisation: 'kysswj' })).not.toThrow();
    expect(() =>
      permitCommand(person('editor'), 'editDraft', { ...waiting, organisation: 'kysswj' }),
    ).not.toThrow();
  });
});
