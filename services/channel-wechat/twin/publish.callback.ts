import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Published } from './account.store.ts';
import type { Account } from './accounts.ts';

/** Tells the account's server that the job is done: signed, three times at most. */
export async function tellFinished(
  made: Published,
  { id, callbackToken }: Account,
  channelUrl: string,
): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(Math.floor(Math.random() * 1e9));
  const signature = createHash('sha1')
    .update([callbackToken, timestamp, nonce].sort().join(''))
    .digest('hex');
  const query = new URLSearchParams({ signature, timestamp, nonce });
  const send = (): Promise<Response> =>
    fetch(`${channelUrl}/callbacks/wechat/${id}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: finishedEvent(made, timestamp),
      signal: AbortSignal.timeout(5000),
    });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const taken = await send().then(
      (answer) => answer.ok,
      () => false,
    );
    if (taken) return;
    await sleep(500, undefined, { ref: false });
  }
}

const finishedEvent = (made: Published, timestamp: string): string =>
  [
    '<xml>',
    '<ToUserName><![CDATA[gh_twin]]></ToUserName>',
    '<FromUserName><![CDATA[oTwin]]></FromUserName>',
    `<CreateTime>${timestamp}</CreateTime>`,
    '<MsgType><![CDATA[event]]></MsgType>',
    '<Event><![CDATA[PUBLISHJOBFINISH]]></Event>',
    '<PublishEventInfo>',
    `<publish_id>${made.publishId}</publish_id>`,
    '<publish_status>0</publish_status>',
    `<article_id><![CDATA[${made.articleId}]]></article_id>`,
    '</PublishEventInfo>',
    '</xml>',
  ].join('');
