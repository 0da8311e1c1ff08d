import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';
import type { FastifyRequest } from 'fastify';
import { acs3Signature } from './acs3.ts';

interface Message {
  id: string;
  phone: string;
  text: string;
  outId: string;
  bizId: string;
  at: string;
  delivered: boolean;
  reported: boolean;
}

const keySecret = 'twin-secret-of-sms';
const callbackSecret = 'twin-callback-secret';
const ending = '详见开远市人民政府网站';
const mobile = /^1[3-9]\d{9}$/;
/** As the provider dates it: `yyyyMMdd`, Asia/Shanghai. */
const dayOf = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

function signed(request: FastifyRequest): boolean {
  const given = /^ACS3-HMAC-SHA256 Credential=[^,]+,SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  );
  if (given === null) return false;
  const [path = '/', query = ''] = request.url.split('?');
  const bodyHash = String(request.headers['x-acs-content-sha256'] ?? '');
  return (
    acs3Signature(
      {
        method: request.method,
        path,
        query: new URLSearchParams(query),
        headers: request.headers,
        signedHeaders: given[1] ?? '',
        bodyHash,
      },
      keySecret,
    ) === given[2]
  );
}

/**
 * The provider: checks signatures, numbers and variables, sends the same message twice when asked twice,
 * reports late.
 */
export const twin = defineTwin({
  id: 'sms',
  title: '短信',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const messages = await Shelf.open<Message>(join(at.data, 'messages.json'));
    const answer = (Code: string, Message = Code, more: object = {}) => ({
      Code,
      Message,
      RequestId: crypto.randomUUID(),
      ...more,
    });
    let closed = false;

    /** As SmsReport: tried again while not answered with code 0. */
    async function report(batch: readonly Message[]): Promise<void> {
      for (let attempt = 0; attempt < 20 && !closed; attempt += 1) {
        await sleep(60 + attempt * 200, undefined, { ref: false });
        const body = batch.map((m) => ({
          phone_number: m.phone,
          send_time: m.at,
          report_time: new Date().toISOString(),
          success: m.delivered,
          err_code: m.delivered ? 'DELIVERED' : 'MK:0001',
          err_msg: '',
          sms_size: '1',
          biz_id: m.bizId,
          out_id: m.outId,
        }));
        const ok = await fetch(`${at.channelUrl}/callbacks/sms-report/${callbackSecret}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(5000),
        }).then(
          async (r) => r.ok && ((await r.json()) as { code: number }).code === 0,
          () => false,
        );
        if (!ok) continue;
        for (const m of batch) m.reported = true;
        await messages.save();
        return;
      }
    }

    async function send(query: URLSearchParams): Promise<object> {
      const text = (JSON.parse(query.get('TemplateParam') ?? '{}') as { text?: string }).text;
      const phones = (query.get('PhoneNumbers') ?? '').split(',');
      if (fault('busy') !== null)
        return answer('Throttling.User', 'Request was denied due to user flow control.');
      if (fault('refuse') !== null) return answer('isv.SMS_CONTENT_ILLEGAL', '短信内容包含禁止发送内容');
      if (text === undefined || text === '') return answer('isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
      if (/https?:\/\//.test(text)) return answer('isv.PARAM_NOT_SUPPORT_URL', '不支持URL');
      if (text.length + ending.length > 500) return answer('isv.PARAM_LENGTH_LIMIT', '参数超出长度限制');
      if (phones.length > 1000) return answer('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
      if (phones.some((p) => !mobile.test(p))) return answer('isv.MOBILE_NUMBER_ILLEGAL', '非法手机号');
      const bizId = `${Date.now()}${messages.items.length}^0`;
      const batch = phones.map((phone, i): Message => ({
        id: `${bizId}-${i}`,
        phone,
        text: `【${query.get('SignName') ?? ''}】${text}${ending}`,
        outId: query.get('OutId') ?? '',
        bizId,
        at: new Date().toISOString(),
        delivered: true,
        reported: false,
      }));
      const others = fault('crowd') === null ? 0 : 120;
      const crowd = Array.from({ length: others }, (_, i) =>
        batch.map((m): Message => ({
          ...m,
          id: `${bizId}-crowd-${i}-${m.phone}`,
          text: '其他部门的短信',
          outId: `CROWD-${bizId}-${i}`,
          bizId: `${bizId}-crowd-${i}`,
          reported: true,
        })),
      );
      messages.items.push(...batch, ...crowd.flat());
      await messages.save();
      void report(batch);
      if (fault('hang-after-accept') !== null) await sleep(600_000, undefined, { ref: false });
      return answer('OK', 'OK', { BizId: bizId });
    }

    function details(query: URLSearchParams): object {
      const [size, page, bizId] = [
        Number(query.get('PageSize') ?? '10'),
        Number(query.get('CurrentPage') ?? '1'),
        query.get('BizId'),
      ];
      if (!(size >= 1 && size <= 50)) return answer('isv.INVALID_PARAMETERS', 'PageSize 1-50');
      const all = messages.items
        .filter(
          (m) =>
            m.phone === query.get('PhoneNumber') &&
            dayOf(m.at) === query.get('SendDate') &&
            (bizId === null || m.bizId === bizId),
        )
        .toReversed();
      const found = all.slice((page - 1) * size, page * size);
      const rows = found.map((m) => ({
        PhoneNum: m.phone,
        Content: m.text,
        OutId: m.outId,
        SendStatus: m.delivered ? 3 : 1,
        ErrCode: m.delivered ? 'DELIVERED' : '',
        SendDate: m.at,
        TemplateCode: 'SMS_TWIN',
      }));
      return answer('OK', 'OK', { TotalCount: all.length, SmsSendDetailDTOs: { SmsSendDetailDTO: rows } });
    }

    http.post('/', async (request, reply) => {
      if (fault('deny') !== null || !signed(request))
        return reply
          .code(400)
          .send(answer('SignatureDoesNotMatch', 'Specified signature is not matched with our calculation.'));
      const query = new URLSearchParams(request.url.split('?')[1] ?? '');
      const slow = fault('slow');
      const done = request.headers['x-acs-action'] === 'SendSms' ? await send(query) : details(query);
      if (slow !== null) await sleep(slow.ms, undefined, { ref: false });
      return done;
    });
    for (const waiting of Map.groupBy(
      messages.items.filter((m) => !m.reported),
      (m) => m.outId,
    ).values())
      void report(waiting);

    return {
      shown: () =>
        Promise.resolve(
          messages.items.map((m) => ({
            id: m.id,
            about: m.outId.split(':')[0] ?? null,
            target: m.phone,
            text: m.text,
            visible: true,
            at: m.at,
          })),
        ),
      clear: () => messages.clear(),
      wall: () => wallPage('短信', style, `<main>${handsets(messages.items)}</main>`),
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    };
  },
});

const style =
  'main{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:12px;padding:12px}.p{background:#fff;border:6px solid #1f2329;border-radius:20px;padding:10px;height:300px;overflow:auto}.p h4{margin:0 0 8px;font-size:13px;color:#8a9099;text-align:center}.m{background:#e8f3ff;border-radius:12px;padding:8px 10px;margin-bottom:8px;font-size:14px}.m small{display:block;color:#8a9099}.none{color:#8a9099}';

function handsets(messages: readonly Message[]): string {
  const phones = [...Map.groupBy(messages, (m) => m.phone)].slice(0, 6);
  if (phones.length === 0) return '<p class="none">还没有短信</p>';
  return phones
    .map(
      ([phone, got]) =>
        `<section class="p"><h4>${phone.slice(0, 3)}****${phone.slice(7)}</h4>${got
          .slice(-8)
          .toReversed()
          .map(
            (m) =>
              `<div class="m">${escapeHtml(m.text)}<small>${new Date(m.at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })}</small></div>`,
          )
          .join('')}</section>`,
    )
    .join('');
}
