import {
  ContentRefused,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { alreadyThere, weiboError, weiboErrors } from './weibo.errors.ts';

const now = new Date('2026-11-23T15:30:00.000Z');

describe('what Weibo answers', () => {
  it('parks until midnight in China when the daily calls are spent', () => {
    const error = weiboError(10023, 'User requests out of rate limit!', now);
    expect(error).toBeInstanceOf(QuotaSpent);
    expect((error as QuotaSpent).until).toBe('2026-11-23T16:00:00.000Z');
    expect((weiboError(10023, '', new Date('2026-11-23T16:00:00.000Z')) as QuotaSpent).until).toBe(
      '2026-11-24T16:00:00.000Z',
    );
  });
  it('waits an hour when posting too fast', () =>
    expect((weiboError(20016, '', now) as FarEndBusy).waitMs).toBe(3_600_000));
  it('asks for a new grant when the token is over', () =>
    expect(weiboError(21327, 'expired_token', now)).toBeInstanceOf(OperatorNeeded));
  it('asks the editor when the text is too long', () =>
    expect(weiboError(20012, 'Text too long', now)).toBeInstanceOf(ContentRefused));
  it('treats a code it does not know as an unknown outcome', () =>
    expect(weiboError(99999, '?', now)).toBeInstanceOf(OutcomeUnknown));
  it.each([20005, 20006, 20007])('names the picture where the picture is at fault: %i', (code) =>
    expect(weiboError(code, '', now)).toMatchObject({ name: 'ContentRefused', field: 'image' }),
  );
  it('keeps the number in its words, so that it can be looked up', () => {
    for (const code of Object.keys(weiboErrors))
      expect(weiboError(Number(code), '', now).message).toContain(`（${code}）`);
  });
  it('has no error for what says that the post is there: nothing may be sent again', () => {
    for (const code of alreadyThere) expect(weiboErrors[code]).toBeUndefined();
  });
});
