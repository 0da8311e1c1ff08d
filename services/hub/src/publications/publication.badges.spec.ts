import { expect, it } from 'vitest';
import { corrected, goneOut, released, submitted, withdrawn, written, Story } from '../testing/story.ts';
import { badgesOf } from './publication.badges.ts';
import { newest, stateOf } from './publication.ts';

const of = ({ publication }: Story): readonly string[] =>
  badgesOf({
    state: stateOf(publication),
    inForce: publication.inForce,
    newest: newest(publication).edition,
  }).map(({ state, words }) => `${state}: ${words}`);

it('one badge says how a notice stands', () => {
  expect(of(new Story().given('li', written()))).toEqual(['draft: 草稿']);
  expect(of(released())).toEqual(['released: 已发布']);
  expect(of(released().given('li', withdrawn()))).toEqual(['withdrawn: 已撤回']);
});

it('while a correction is in work, what the public has is said first', () => {
  const inWork = released().given('zhao', corrected());
  expect(of(inWork)).toEqual(['released: 现行第1版 已发布', 'draft: 第2版 更正拟稿']);
  expect(of(inWork.given('zhao', submitted()))).toEqual([
    'released: 现行第1版 已发布',
    'submitted: 第2版 更正待审',
  ]);
  expect(of(goneOut(released().given('zhao', corrected())))).toEqual(['released: 已发布']);
});

it('a notice that ended while a correction was in work says how it ended, alone', () => {
  expect(of(released().given('zhao', corrected()).given('li', withdrawn()))).toEqual(['withdrawn: 已撤回']);
});
