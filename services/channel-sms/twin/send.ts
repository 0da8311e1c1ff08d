import { setTimeout as sleep } from 'node:timers/promises';
import type { TakeFault } from '@towncrier/channel-testkit';
import type { Account } from './accounts.ts';
import { answer } from './answers.ts';
import type { Message, MessageStore, Order } from './message.store.ts';

const mobile = /^1[3-9]\d{9}$/;
const neverMs = 600_000;

/** What was ordered, or the provider's refusal. */
type Reading = { readonly order: Order } | { readonly refused: object };

/** Numbers and variables as the provider checks them. Pure but for the request's id. */
export function orderOf(query: URLSearchParams, by: Account): Reading {
  const refused = (code: string, words: string): Reading => ({ refused: answer(code, words) });
  const { text } = JSON.parse(query.get('TemplateParam') ?? '{}') as { text?: string };
  const phones = (query.get('PhoneNumbers') ?? '').split(',');
  const sign = query.get('SignName') ?? '';
  const ending = by.templates[query.get('TemplateCode') ?? ''];
  if (!by.signatures.includes(sign)) return refused('isv.SMS_SIGNATURE_ILLEGAL', '短信签名不合法');
  if (ending === undefined) return refused('isv.SMS_TEMPLATE_ILLEGAL', '短信模版不合法');
  if (text === undefined || text === '') return refused('isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
  if (/https?:\/\//.test(text)) return refused('isv.PARAM_NOT_SUPPORT_URL', '不支持URL');
  if (text.length + ending.length > 500) return refused('isv.PARAM_LENGTH_LIMIT', '参数超出长度限制');
  if (phones.length > 1000) return refused('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
  if (phones.some((phone) => !mobile.test(phone))) return refused('isv.MOBILE_NUMBER_ILLEGAL', '非法手机号');
  const signed = `【${sign}】${text}${ending}`;
  return { order: { phones, text: signed, outId: query.get('OutId') ?? '', account: by.keyId } };
}

/** SendSms. `report` is told of what was sent. */
export async function send(
  query: URLSearchParams,
  by: Account,
  store: MessageStore,
  fault: TakeFault,
  report: (batch: readonly Message[]) => void,
): Promise<object> {
  if (fault('busy') !== null)
    return answer('Throttling.User', 'Request was denied due to user flow control.');
  if (fault('refuse') !== null) return answer('isv.SMS_CONTENT_ILLEGAL', '短信内容包含禁止发送内容');
  const read = orderOf(query, by);
  if ('refused' in read) return read.refused;
  const batch = await store.send(read.order, fault('crowd') !== null);
  report(batch);
  if (fault('hang-after-accept') !== null) await sleep(neverMs, undefined, { ref: false });
  return answer('OK', 'OK', { BizId: batch[0]?.bizId });
}
