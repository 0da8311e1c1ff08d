import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { key, smsTown, type SmsTown } from './sms.town.ts';

const { SMS_CALLBACK_SECRET: secret } = pkg.towncrier.environment;

/** SmsReport, as the provider pushes it. */
describe('the door for reports', () => {
  let town: SmsTown;
  beforeEach(async () => {
    town = await smsTown();
  });
  afterEach(() => town.close());

  const push = async (body: unknown, as = secret): Promise<readonly [number, unknown]> => {
    const answer = await fetch(`${town.url}/callbacks/sms-report/${as}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [answer.status, await answer.json()];
  };
  const report = (over: object = {}): object => ({
    phone_number: '19999900001',
    send_time: '2026-11-23 16:00:01',
    report_time: '2026-11-23 16:00:09',
    success: true,
    err_code: 'DELIVERED',
    err_msg: '用户接收成功',
    sms_size: '1',
    biz_id: '900619746936498440^0',
    out_id: key,
    ...over,
  });
  const kept = async () => (await town.results.get(`${key}|19999900001`)) ?? null;

  it('keeps what became of a message, and wakes its delivery', async () => {
    expect(await push([report()])).toEqual([200, { code: 0, msg: 'received' }]);
    expect(await kept()).toMatchObject({ state: 'delivered', code: 'DELIVERED', delivery: key, call: key });
    expect(town.sighted).toEqual([key]);
  });

  it('keeps that a message failed, with the code of the carrier', async () => {
    await push([report({ success: false, err_code: 'MK:0001' })]);
    expect(await kept()).toMatchObject({ state: 'failed', code: 'MK:0001' });
  });

  it('knows the delivery of a part of it', async () => {
    await push([report({ out_id: `${key}#2` })]);
    const page = await town.results.find({ delivery: key });
    expect(page.items.map((r) => r.call)).toEqual([`${key}#2`]);
  });

  it('believes the first report: a second one changes nothing', async () => {
    await push([report()]);
    await push([report({ success: false, err_code: 'LATE' })]);
    expect(await kept()).toMatchObject({ state: 'delivered' });
  });

  it('takes the report of what was only submitted so far', async () => {
    await town.results.insert({
      _id: `${key}|19999900001`,
      delivery: key,
      call: key,
      phone: '19999900001',
      state: 'submitted',
      receipt: '',
      code: '',
      at: '',
    });
    await push([report()]);
    expect(await kept()).toMatchObject({ state: 'delivered', receipt: '900619746936498440^0' });
  });

  it.each(['wrong-secret-of-ours', secret.slice(1), `${secret}x`])(
    'is no door for who says %s',
    async (as) => {
      expect((await push([report()], as))[0]).toBe(404);
      expect(await kept()).toBeNull();
    },
  );

  it('says what is wrong with a body that is no report', async () => {
    const [status, answer] = await push({ phone_number: '19999900001' });
    expect([status, (answer as { code: number }).code]).toEqual([400, 400]);
    expect(town.sighted).toEqual([]);
  });
});
