import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { callbackSignature, mountCallback } from './callback.routes.ts';

const token = 'sandboxToken';
const signature = callbackSignature(token, '1795445904', '1320562132');
const signed = `signature=${signature}&timestamp=1795445904&nonce=1320562132`;
const xml = [
  '<xml>',
  '<ToUserName><![CDATA[gh_1]]></ToUserName>',
  '<Event><![CDATA[PUBLISHJOBFINISH]]></Event>',
  '<PublishEventInfo><publish_id>2247503051</publish_id></PublishEventInfo>',
  '</xml>',
].join('');

async function door(): Promise<{ http: ReturnType<typeof Fastify>; heard: string[] }> {
  const heard: string[] = [];
  const http = Fastify();
  mountCallback(http, {
    tokenOf: (account) => Promise.resolve(account === 'main' ? token : null),
    onJob: (account, id) => heard.push(`${account}/${id}`),
  });
  await http.ready();
  return { http, heard };
}

describe('the callback of WeChat', () => {
  it('has the signature the platform documents', () => {
    expect(callbackSignature(token, '1795445904', '1320562132')).toBe(
      '236ac821b01b29af40aa1c01b4b9ca9244330fdc',
    );
  });
  it('answers the address check with the echo', async () => {
    const { http } = await door();
    expect((await http.inject(`/callbacks/wechat/main?${signed}&echostr=hello`)).body).toBe('hello');
  });
  it('hears that a publish job is over', async () => {
    const { http, heard } = await door();
    const answer = await http.inject({
      method: 'POST',
      url: `/callbacks/wechat/main?${signed}`,
      headers: { 'content-type': 'text/xml' },
      payload: xml,
    });
    expect([answer.body, heard]).toEqual(['success', ['main/2247503051']]);
  });
  it('believes nobody without a signature', async () => {
    const { http, heard } = await door();
    const answer = await http.inject({
      method: 'POST',
      url: '/callbacks/wechat/main?signature=x&timestamp=1&nonce=2',
      headers: { 'content-type': 'text/xml' },
      payload: xml,
    });
    expect([answer.statusCode, heard]).toEqual([403, []]);
  });

  const push = async (payload: string, query = signed) => {
    const { http, heard } = await door();
    const answer = await http.inject({
      method: 'POST',
      url: `/callbacks/wechat/main?${query}`,
      headers: { 'content-type': 'text/xml' },
      payload,
    });
    return [answer.statusCode, answer.body, heard] as const;
  };
  it.each([
    ['another event', xml.replace('PUBLISHJOBFINISH', 'subscribe')],
    ['a job without a number', xml.replace(/<publish_id>.*<\/publish_id>/, '')],
    ['what is no XML', '<xml><Event>'],
    ['an empty body', ' '],
  ])('takes %s for read, and hears nothing of a job', async (_what, body) => {
    expect(await push(body)).toEqual([200, 'success', []]);
  });
  it('keeps a long number as it is written', async () => {
    const long = '9007199254740993';
    expect(await push(xml.replace('2247503051', long))).toEqual([200, 'success', [`main/${long}`]]);
  });
  it('has a door for each account, and none for an account without a token', async () => {
    const { http, heard } = await door();
    const answer = await http.inject({
      method: 'POST',
      url: `/callbacks/wechat/other?${signed}`,
      headers: { 'content-type': 'text/xml' },
      payload: xml,
    });
    expect([answer.statusCode, heard]).toEqual([403, []]);
  });

  it.each([
    ['shorter', signed.replace('signature=2', 'signature=')],
    ['of other words', signed.replace('nonce=1320562132', 'nonce=1320562133')],
    ['missing', 'timestamp=1795445904&nonce=1320562132'],
  ])('refuses a signature that is %s, also at the address check', async (_what, query) => {
    expect((await push(xml, query))[0]).toBe(403);
    const { http } = await door();
    expect((await http.inject(`/callbacks/wechat/main?${query}&echostr=hello`)).statusCode).toBe(403);
  });
});
