import { beforeEach, describe, expect, it } from 'vitest';
import { FakeHub, lost, refusal } from '../testing/fake.hub.ts';
import { hub } from './hub.client.ts';
import { sessionEnd } from './session.end.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = new FakeHub();
  globalThis.fetch = fake.fetch as typeof fetch;
  sessionEnd.begin({ name: 'wangfang', csrf: 'first' });
});
const ended = refusal(401, '尚未登录或登录已过期，请重新登录', { code: 'not-signed-in' });
const read = () => hub.POST('/api/v1/reach', { body: { audience: { scope: 'all' } } });
const reach = { words: '', channels: [] };

describe('a call', () => {
  it('whose outcome nobody knows is not made again', async () => {
    fake.on('post', '/api/v1/reach', lost);
    await expect(read()).rejects.toThrow('无法连接服务器');
    expect(fake.to('post', '/reach')).toHaveLength(1);
  });

  it('waits until whoever made it is back, with all that it carries', async () => {
    fake.on('post', '/api/v1/reach', ended);
    const asked = read();
    await expect.poll(() => sessionEnd.hasEnded).toBe(true);
    fake.on('post', '/api/v1/reach', reach);
    sessionEnd.begin({ name: 'wangfang', csrf: 'second' });

    expect((await asked).data).toEqual(reach);
    expect(fake.to('post', '/reach').map(({ csrf, body }) => [csrf, body])).toEqual([
      ['first', { audience: { scope: 'all' } }],
      ['second', { audience: { scope: 'all' } }],
    ]);
  });

  it.each([
    ['somebody else is there', () => sessionEnd.begin({ name: 'liming', csrf: 'second' })],
    ['they have signed out', () => sessionEnd.close()],
  ])('is refused when %s', async (_when, happens) => {
    fake.on('post', '/api/v1/reach', ended);
    const asked = read();
    await expect.poll(() => sessionEnd.hasEnded).toBe(true);
    happens();

    expect((await asked).response.status).toBe(401);
    expect(fake.to('post', '/reach')).toHaveLength(1);
  });

  it('that a wrong password refused says so at once', async () => {
    fake.on('post', '/api/v1/session', refusal(401, '姓名或密码不正确', { code: 'wrong-password' }));
    const answer = await hub.POST('/api/v1/session', { body: { name: 'wangfang', password: 'x' } });
    expect(answer.response.status).toBe(401);
    expect(sessionEnd.hasEnded).toBe(false);
  });
});
