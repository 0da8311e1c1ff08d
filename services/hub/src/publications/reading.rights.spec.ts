import { describe, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import { role, type Role } from '../access/role.ts';
import { approved, approvedStory, cleared, released, Story, submitted, written } from '../testing/story.ts';
import type { Publication } from './publication.ts';
import { house, mayRead, readingStage, type ReadingStage } from './reading.rights.ts';
import { newest } from './publication.ts';

const body = 'kyswj';
const story = () =>
  new Story().given('li', { ...written(), organisation: body } as ReturnType<typeof written>);
const urgent = () =>
  new Story()
    .given('li', { ...written({ lane: 'urgent' }), organisation: body } as ReturnType<typeof written>)
    .given('duty', { type: 'requestUrgentRelease', reason: '险情', renditions: {}, unchecked: [] });

const stages: Readonly<Record<ReadingStage, Publication>> = {
  writing: story().publication,
  review: story().given('li', submitted(2)).publication,
  clearance: story().given('li', submitted()).given('wang', approved()).publication,
  urgent: urgent().publication,
  cleared: story().given('li', submitted()).given('wang', approved()).given('bao', cleared()).publication,
  public: released().publication,
};

/** Who reads what their own body has, by stage. Written down here, not computed. */
const table: Readonly<Record<ReadingStage, readonly Role[]>> = {
  writing: ['editor', 'duty-officer'],
  review: ['editor', 'duty-officer', 'first-reviewer', 'second-reviewer'],
  clearance: ['secrecy-reviewer'],
  urgent: ['editor', 'duty-officer', 'publisher', 'first-reviewer', 'second-reviewer', 'third-reviewer'],
  cleared: ['editor', 'duty-officer', 'publisher', 'first-reviewer', 'secrecy-reviewer'],
  public: role.options,
};
const person = (name: string, organisation: string, ...roles: Role[]): Person => ({
  name,
  title: name,
  roles,
  organisation,
});
const cells = Object.entries(stages) as [ReadingStage, Publication][];

describe.each(cells)('what is in %s', (stage, publication) => {
  it('is at that stage', () => {
    expect(readingStage(newest(publication))).toBe(stage);
  });

  it.each([body, house])('is read in %s by the roles of the table and no other', (organisation) => {
    const readers = role.options.filter((r) => mayRead(person('x', organisation, r), publication));
    expect(readers.toSorted()).toEqual([...table[stage]].toSorted());
  });

  it('is read by nobody of another body, before it is public', () => {
    const readers = role.options.filter((r) => mayRead(person('x', 'kys-czj', r), publication));
    expect(readers).toEqual(stage === 'public' ? role.options : []);
  });

  it('is read by who wrote it', () => {
    expect(mayRead(person('li', 'kys-czj', 'auditor'), publication)).toBe(true);
  });
});

it('a warning that is passed on is read by whoever is on duty, of whatever body', () => {
  const warned = new Story().given('duty', written({ lane: 'urgent', relayed: 'W1' })).publication;
  expect(mayRead(person('x', 'kys-czj', 'duty-officer'), warned)).toBe(true);
  expect(mayRead(person('x', 'kys-czj', 'editor'), warned)).toBe(false);
});

it('who has passed an edition reads it until it goes back', () => {
  const wang = person('wang', body, 'first-reviewer');
  expect(mayRead(wang, stages.clearance)).toBe(true);
  const back = story()
    .given('li', submitted())
    .given('wang', approved())
    .given('bao', { type: 'returnEdition', reason: '含个人信息' });
  expect(mayRead(wang, back.publication)).toBe(false);
  expect(mayRead(wang, approvedStory().publication)).toBe(false);
});
