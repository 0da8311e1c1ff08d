import { describe, expect, it } from 'vitest';
import { approved, approvedStory, released, Story, submitted, written } from '../../testing/story.ts';
import { done } from '../publication.commands.ts';
import type { PublicationState } from '../publication.ts';
import { houseKinds, type ReviewKind } from '../review.kind.ts';
import { inState, stateTitles, unreleased } from './states.ts';

const states = Object.keys(stateTitles) as PublicationState[];

describe('a rule about states', () => {
  it('goes on in a state that it allows, and only there', () => {
    const draft = new Story().given('li', written()).publication;
    expect(inState(draft, ['draft'], '只有草稿', () => done())).toEqual(done());
    expect(inState(draft, ['submitted', 'in-review'], '只有待审稿件', () => done())).toEqual({
      kind: 'refused',
      code: 'wrong-state',
      words: '当前状态为“草稿”。只有待审稿件',
    });
    expect(inState(draft, [], '从不', () => done()).kind).toBe('refused');
  });

  it('names a clearance as its route does', () => {
    const clearance: ReviewKind = { ...(houseKinds.at(-1) as ReviewKind), id: 'data', title: '数据安全审查' };
    const own = new Story()
      .given('li', written())
      .given('li', { ...submitted(), route: { kinds: [clearance] } } as ReturnType<
        typeof submitted
      >).publication;
    const house = new Story()
      .given('li', written())
      .given('li', submitted())
      .given('wang', approved()).publication;
    const words = (p: typeof own) => {
      const decision = inState(p, ['draft'], '', () => done());
      return decision.kind === 'refused' ? decision.words : '';
    };
    expect([own, house, approvedStory().publication, released().publication].map(words)).toEqual([
      '当前状态为“数据安全审查”。',
      '当前状态为“保密审查”。',
      '当前状态为“已审定”。',
      '当前状态为“已发布”。',
    ]);
  });
});

it('every state has words of its own', () => {
  expect(new Set(Object.values(stateTitles)).size).toBe(states.length);
});

it('nobody outside has seen an edition in any state but those of a release and after', () => {
  expect(states.filter((s) => !unreleased.includes(s))).toEqual([
    'released',
    'withdrawn',
    'expired',
    'repealed',
    'lifted',
    'archived',
  ]);
});
