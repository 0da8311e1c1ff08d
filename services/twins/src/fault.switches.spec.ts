import type { Fault } from '@towncrier/channel-testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultBar, mountSwitches } from './fault.switches.ts';

const twin = {
  id: 'sms',
  title: '短信',
  faults: ['busy', 'deny'] as const,
  start: () => Promise.reject(new Error()),
};
let http: FastifyInstance;
let faults: Fault[];
beforeEach(() => {
  faults = [];
  http = Fastify();
  mountSwitches(http, (channel) =>
    channel === 'sms' ? { twin, fault: (fault) => faults.push(fault), heal: () => faults.splice(0) } : null,
  );
});
afterEach(() => http.close());

const press = async (form: Record<string, string>, origin: string | undefined = 'http://127.0.0.1:9603') =>
  (
    await http.inject({
      method: 'POST',
      url: '/faults',
      headers: {
        host: '127.0.0.1:9603',
        'content-type': 'application/x-www-form-urlencoded',
        ...(origin === '' ? {} : { origin }),
      },
      payload: new URLSearchParams(form).toString(),
    })
  ).statusCode;

describe('the switches on the wall', () => {
  it('break a twin until somebody mends it', async () => {
    expect(await press({ channel: 'sms', break: 'deny' })).toBe(303);
    expect(faults).toMatchObject([{ kind: 'deny' }]);
    expect(await press({ channel: 'sms', mend: 'yes' })).toBe(303);
    expect(faults).toEqual([]);
  });

  it.each([
    ['another page', 'http://evil.example', 403],
    ['nobody knows where', '', 403],
    ['a page without an origin', 'null', 403],
  ])('are not pressed by %s', async (_who, origin, status) => {
    expect(await press({ channel: 'sms', break: 'deny' }, origin)).toBe(status);
    expect(faults).toEqual([]);
  });

  it.each([
    [{ channel: 'radio', break: 'deny' }, 400],
    [{ channel: 'sms', break: 'crowd' }, 400],
    [{ channel: 'sms' }, 400],
  ])('refuse what makes no sense: %o', async (form, status) => {
    expect(await press(form as Record<string, string>)).toBe(status);
    expect(faults).toEqual([]);
  });

  it('offer only what the twin can have, and say what it has', () => {
    const whole = faultBar('sms', { can: ['busy', 'deny'], on: [] });
    expect(whole).toContain('value="busy"');
    expect(whole).not.toContain('修好');
    const broken = faultBar('sms', { can: ['busy', 'deny'], on: ['deny'] });
    expect(broken).toContain('已弄坏：凭证失效');
    expect(broken).toContain('修好');
    expect(broken).not.toContain('value="deny"');
  });
});
