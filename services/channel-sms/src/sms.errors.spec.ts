import {
  ContentRefused,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { smsError, smsErrors, smsHttpError } from './sms.errors.ts';

const now = new Date('2026-11-23T08:00:00.000Z');
const of = (code: string, message = '') => smsError(code, message, now);

describe('a code of the provider', () => {
  it.each([
    ['触发分钟级流控Permits:1', 60_000],
    ['触发小时级流控Permits:5', 3_600_000],
    ['', 60_000],
  ])('says how long the window is that is full: %s', (message, waitMs) => {
    const error = of('isv.BUSINESS_LIMIT_CONTROL', message);
    expect(error).toBeInstanceOf(FarEndBusy);
    expect(error).toMatchObject({ waitMs });
  });

  it('of a full day waits until the day after the first message is over, and no longer', () => {
    const error = of('isv.BUSINESS_LIMIT_CONTROL', '触发天级流控Permits:10');
    expect(error).toBeInstanceOf(QuotaSpent);
    expect(error).toMatchObject({ until: '2026-11-24T08:00:00.000Z' });
    expect(of('isv.DAY_LIMIT_CONTROL')).toMatchObject({ until: '2026-11-24T08:00:00.000Z' });
  });

  it.each(['Throttling', 'Throttling.User', 'Throttling.Api', 'SignatureNonceUsed'])(
    'about the pace alone waits a second: %s',
    (code) => expect(of(code)).toMatchObject({ name: 'FarEndBusy', waitMs: 1000 }),
  );

  it.each([
    'isv.SMS_CONTENT_ILLEGAL',
    'isv.BLACK_KEY_CONTROL_LIMIT',
    'isv.PARAM_LENGTH_LIMIT',
    'isv.PARAM_NOT_SUPPORT_URL',
  ])('about the words goes to the editor, who is told which field: %s', (code) => {
    const error = of(code);
    expect(error).toBeInstanceOf(ContentRefused);
    expect(error).toMatchObject({ field: 'body' });
  });

  it.each([
    'isv.AMOUNT_NOT_ENOUGH',
    'isv.SMS_SIGN_ILLEGAL',
    'isv.SMS_TEMPLATE_ILLEGAL',
    'isv.MOBILE_NUMBER_ILLEGAL',
    'SignatureDoesNotMatch',
    'InvalidTimeStamp.Expired',
  ])('about the account or the setting goes to an operator: %s', (code) =>
    expect(of(code)).toBeInstanceOf(OperatorNeeded),
  );

  it('keeps the raw code in its words, so that the operator can look it up', () => {
    for (const code of Object.keys(smsErrors)) expect(of(code).message).toContain(`（${code}）`);
  });

  it('that nobody knows, or that says the platform is ill, leaves the outcome open', () => {
    expect(of('isp.SYSTEM_ERROR')).toBeInstanceOf(OutcomeUnknown);
    const unheard = of('isv.NEW_RULE', '新规则');
    expect(unheard).toBeInstanceOf(OutcomeUnknown);
    expect(unheard.message).toContain('isv.NEW_RULE：新规则');
  });
});

describe('an answer without a code', () => {
  it.each([500, 502, 504])('with HTTP %i may hide a message that was sent', (status) =>
    expect(smsHttpError(status)).toBeInstanceOf(OutcomeUnknown),
  );

  it.each([400, 403, 404, 499])('with HTTP %i proves that nothing was sent', (status) => {
    expect(smsHttpError(status)).toBeInstanceOf(OperatorNeeded);
    expect(smsHttpError(status).message).toContain(`HTTP ${status}`);
  });
});
