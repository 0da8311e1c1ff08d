import { describe, expect, it } from 'vitest';
import { FakeHub, lost, refusal } from '../testing/fake.hub.ts';
import { answerOf, asForm, hub } from './hub.client.ts';
import { Refused } from './refused.ts';
import { sessionEnd } from './session.end.ts';

function answering(fake: FakeHub): FakeHub {
  globalThis.fetch = fake.fetch as typeof fetch;
  sessionEnd.begin({ name: 'wangfang', csrf: 'token-of-the-session' });
  return fake;
}
const refusedBy = async (asked: Promise<unknown>): Promise<Refused> => {
  const error: unknown = await asked.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw error;
  return error;
};
const types = () => answerOf(hub.GET('/api/v1/publication-types'));

describe('a call of the hub', () => {
  it('shows the token of the session with whatever changes something, and with nothing else', async () => {
    const fake = answering(new FakeHub())
      .on('get', '/api/v1/publication-types', { items: [] })
      .on('delete', '/api/v1/session', undefined);
    await types();
    await answerOf(hub.DELETE('/api/v1/session'));

    expect(fake.sent.map((s) => s.csrf)).toEqual([null, 'token-of-the-session']);
  });

  it('puts what identifies a thing into the address so that nothing in it changes the address', async () => {
    const fake = answering(new FakeHub()).on('post', '/api/v1/monitor/deliveries/{id}/retry', {
      requested: '7K3QZP4M:1:sms:publish',
    });
    await answerOf(
      hub.POST('/api/v1/monitor/deliveries/{id}/retry', {
        params: { path: { id: '7K3QZP4M:1:sms:publish' } },
        body: {},
      }),
    );

    expect(fake.sent[0]?.path).toBe('/api/v1/monitor/deliveries/7K3QZP4M:1:sms:publish/retry');
  });

  it('sends a file as a form does, under its own name', async () => {
    const fake = answering(new FakeHub()).on('post', '/api/v1/imports', {
      format: 'html',
      source: '<p>一</p>',
      losses: [],
    });
    const file = new File(['正文'], 'notice.docx');
    await answerOf(hub.POST('/api/v1/imports', { body: { file }, bodySerializer: asForm }));

    expect(fake.sent[0]).toMatchObject({
      body: { name: 'notice.docx', text: '正文' },
      csrf: 'token-of-the-session',
    });
  });
});

describe('a refusal in words', () => {
  it('is what the hub said, with every finding and every channel that cannot carry it', async () => {
    answering(new FakeHub()).on(
      'get',
      '/api/v1/publication-types',
      refusal(422, '稿件不能送出', {
        findings: [{ field: 'body', message: '有身份证号码；', remedy: '请遮盖' }],
        problems: [{ channel: 'wechat', field: 'title', message: '标题超过 64 字；', remedy: '请缩短标题' }],
      }),
    );

    const { message, problem } = await refusedBy(types());
    expect(message.split('\n')).toEqual([
      '稿件不能送出',
      '有身份证号码；请遮盖',
      'wechat：标题超过 64 字；请缩短标题',
    ]);
    expect(problem.status).toBe(422);
  });

  it('says that nothing is lost when the network is gone', async () => {
    answering(new FakeHub()).on('get', '/api/v1/publication-types', lost);

    const { message, problem } = await refusedBy(types());
    expect(message).toBe('无法连接服务器，请检查网络后重试；已填写的内容不会丢失。');
    expect(problem).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('names the status when something in between answers with a page of its own', async () => {
    globalThis.fetch = async () => new Response('<html>Bad Gateway</html>', { status: 502 });

    const { message, problem } = await refusedBy(types());
    expect(message).toBe('服务器返回 502');
    expect(problem.status).toBe(502);
  });

  it('does not take the words of another server for the hub’s', async () => {
    globalThis.fetch = async () => Response.json({ error: 'upstream' }, { status: 503 });

    expect((await refusedBy(types())).message).toBe('服务器返回 503');
  });
});
