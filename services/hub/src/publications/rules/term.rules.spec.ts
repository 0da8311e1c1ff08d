import { describe, expect, it } from 'vitest';
import {
  approved,
  approvedStory,
  cleared,
  corrected,
  dayAfter,
  hashOf,
  published,
  released,
  Story,
  submitted,
  woken,
  written,
  type Wish,
} from '../../testing/story.ts';
import { atOnce, type Terms } from '../publication.terms.ts';

const minutesOfADay = 24 * 60;
const urgent = ({ schedule = atOnce, ...more }: Partial<Terms>): Partial<Terms> => ({
  ...more,
  lane: 'urgent',
  schedule: { ...schedule, expiresAt: schedule.expiresAt ?? dayAfter },
});
const wished: Wish = { type: 'requestUrgentRelease', reason: '汛情', renditions: {}, unchecked: [] };
const confirmed: Wish = { type: 'confirmUrgentRelease', contentHash: hashOf('a') };

/** Each is over on the second day of the story, which begins on 2026-11-23 at 17:00 in China. */
const terms: readonly (readonly [string, Partial<Terms>, string])[] = [
  [
    'the end of its validity',
    { schedule: { ...atOnce, expiresAt: '2026-11-23T10:00:00.000Z' } },
    '已过失效时间（2026-11-23 18:00）',
  ],
  ['the period of a public notice', { noticeUntil: '2026-11-23' }, '公示期到 2026-11-23 已经届满'],
  [
    'the end of a consultation',
    {
      matter: {
        type: 'consultation',
        column: 'yjzj',
        item: null,
        fields: { period: { from: '2026-11-01', to: '2026-11-23' } },
      },
    },
    '期限到 2026-11-23 已经届满',
  ],
  [
    'the hour it was to go out',
    { schedule: { ...atOnce, publishAt: '2026-11-23T10:00:00.000Z' } },
    '定时发布的时间（2026-11-23 18:00）已过',
  ],
];

/** Everything that brings an edition further: what was done before, and the step itself. */
const uses: readonly (readonly [string, (more: Partial<Terms>) => Story, string, Wish])[] = [
  ['is sent to its reviewers', (more) => new Story().given('li', written(more)), 'li', submitted()],
  [
    'is approved',
    (more) => new Story().given('li', written(more)).given('li', submitted()),
    'wang',
    approved(),
  ],
  [
    'is cleared',
    (more) => new Story().given('li', written(more)).given('li', submitted()).given('wang', approved()),
    'bao',
    cleared(),
  ],
  ['is released', (more) => approvedStory(more), 'li', published],
  [
    'is asked to be released urgently',
    (more) => new Story().given('li', written(urgent(more))),
    'li',
    wished,
  ],
];

describe.each(terms)('an edition for which %s has passed', (_what, more, words) => {
  it.each(uses)('goes no further when it %s', (_use, story, by, wish) => {
    story(more).given(by, wish);
    story(more).later(minutesOfADay).when(by, wish).thenRefused('term-over', words);
  });
});

describe('an edition that waited too long', () => {
  const valid = (minute: number): Partial<Terms> => ({
    schedule: { ...atOnce, expiresAt: new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString() },
  });

  it('is not confirmed as an urgent release', () => {
    const asked = () => new Story().given('li', written(urgent(valid(10)))).given('li', wished);
    asked().when('wang', confirmed).thenHappened('urgentReleaseConfirmed', 'editionReleased');
    asked().later(10).when('wang', confirmed).thenRefused('term-over', '已过失效时间');
  });

  it('stands as approved again when its hour finds it no longer valid', () => {
    const schedule = {
      ...atOnce,
      publishAt: '2026-11-23T09:30:00.000Z',
      expiresAt: '2026-11-23T10:00:00.000Z',
    };
    const story = approvedStory({ schedule }).given('li', published).later(minutesOfADay);
    story.when('system', woken).thenHappened('scheduleCancelled');
    expect(story.edition.state).toBe('approved');
    story.when('system', woken).thenRefused('nothing-due', '还没有');
    story.when('li', published).thenRefused('term-over', '已过失效时间');
  });

  it('goes out late, by itself, while it is still valid', () => {
    const schedule = { ...atOnce, publishAt: '2026-11-23T09:30:00.000Z' };
    const story = approvedStory({ schedule }).given('li', published).later(minutesOfADay);
    story.when('system', woken).thenHappened('editionReleased');
  });

  it('may correct what was shown during a period that is over', () => {
    const story = released({ noticeUntil: '2026-11-23' }).later(minutesOfADay);
    story.given('zhao', corrected('c', { noticeUntil: '2026-11-23' }));
    story.when('zhao', submitted()).thenHappened('editionSubmitted');
  });
});
