import {
  ContentRefused,
  CredentialsStale,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { publishFailures, publishUndone, wechatError, wechatErrors } from './wechat.errors.ts';

/** Late in the evening in China, still the day before in Greenwich. */
const now = new Date('2026-11-23T15:30:00.000Z');
const of = (code: number, message = '') => wechatError(code, message, now);

describe('a code of the official account platform', () => {
  it.each([40001, 40014, 42001])('about the token asks for a fresh one: %i', (code) =>
    expect(of(code)).toBeInstanceOf(CredentialsStale),
  );

  it.each([
    [-1, 1000],
    [45011, 60_000],
    [53501, 3_600_000],
  ])('about the pace says how long to wait: %i', (code, waitMs) => {
    expect(of(code)).toBeInstanceOf(FarEndBusy);
    expect(of(code)).toMatchObject({ waitMs });
  });

  it.each([45009, 45028])('about the number of calls waits for midnight in China: %i', (code) => {
    const error = of(code);
    expect(error).toBeInstanceOf(QuotaSpent);
    expect(Date.parse((error as QuotaSpent).until)).toBeGreaterThan(now.getTime());
    expect(Date.parse((error as QuotaSpent).until)).toBeLessThanOrEqual(
      Date.parse('2026-11-23T16:00:00.000Z'),
    );
  });

  it.each([
    [45003, 'title'],
    [45004, 'summary'],
    [45110, 'header'],
    [45002, 'body'],
    [45166, 'body'],
    [53503, 'body'],
  ])('about the words names the field to the editor: %i', (code, field) => {
    expect(of(code)).toBeInstanceOf(ContentRefused);
    expect(of(code)).toMatchObject({ field });
  });

  it.each([40013, 40125, 40164, 40243, 48001, 48004, 50002, 53500, 53504, 53505])(
    'about the account goes to an operator: %i',
    (code) => expect(of(code)).toBeInstanceOf(OperatorNeeded),
  );

  it('keeps the number in its words, so that it can be looked up', () => {
    for (const code of Object.keys(wechatErrors)) expect(of(Number(code)).message).toContain(`（${code}）`);
  });

  it('that nobody knows leaves the outcome open, and says what came', () => {
    expect(of(99999, 'new rule')).toBeInstanceOf(OutcomeUnknown);
    expect(of(99999, 'new rule').message).toContain('99999：new rule');
  });
});

describe('the state of a publish job', () => {
  it('is a refusal, or an end after it was out, never both', () => {
    const refused = Object.keys(publishFailures);
    expect(refused).toEqual(['2', '3', '4']);
    expect(Object.keys(publishUndone).filter((state) => refused.includes(state))).toEqual([]);
  });
});
