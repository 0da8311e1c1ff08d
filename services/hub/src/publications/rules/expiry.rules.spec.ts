import { describe, it } from 'vitest';
import { released, Story, submitted, termsOf, written, type Wish } from '../../testing/story.ts';
import { atOnce, type Terms } from '../publication.terms.ts';

const requested: Wish = { type: 'requestUrgentRelease', reason: '主管道爆裂', renditions: {}, unchecked: [] };
const matter = { ...termsOf().matter, type: 'warning' };
const until = { ...atOnce, expiresAt: '2026-11-24T09:00:00.000Z' };
const draft = (more: Partial<Terms>): Story => new Story().given('zhiban', written(more));

describe('what is urgent or warns, whoever wrote it,', () => {
  it('is neither asked for nor sent to reviewers before it says until when', () => {
    draft({ lane: 'urgent', schedule: atOnce })
      .when('zhiban', requested)
      .thenRefused('no-expiry', '失效时间');
    draft({ lane: 'urgent', schedule: atOnce })
      .when('zhiban', submitted())
      .thenRefused('no-expiry', '失效时间');
    draft({ matter, schedule: atOnce }).when('zhiban', submitted()).thenRefused('no-expiry', '失效时间');
  });

  it('goes on once it does', () => {
    draft({ lane: 'urgent', schedule: until }).given('zhiban', requested);
    draft({ matter, schedule: until }).given('zhiban', submitted());
  });

  it('is no ordinary notice: that may stand without an end', () => {
    draft({}).given('zhiban', submitted());
    released();
  });
});
