import { answer } from './answers.ts';
import type { Message, MessageStore } from './message.store.ts';

/** QuerySendDetails: what one phone got on one day, page by page, newest first. */
export function sendDetails(query: URLSearchParams, account: string, store: MessageStore): object {
  const size = Number(query.get('PageSize') ?? '10');
  const page = Number(query.get('CurrentPage') ?? '1');
  if (!(size >= 1 && size <= 50)) return answer('isv.INVALID_PARAMETERS', 'PageSize 1-50');
  const all = store.sentTo({
    account,
    phone: query.get('PhoneNumber'),
    day: query.get('SendDate'),
    bizId: query.get('BizId'),
  });
  return answer('OK', 'OK', {
    TotalCount: all.length,
    SmsSendDetailDTOs: { SmsSendDetailDTO: all.slice((page - 1) * size, page * size).map(row) },
  });
}

const row = (m: Message): object => ({
  PhoneNum: m.phone,
  Content: m.text,
  OutId: m.outId,
  SendStatus: m.delivered ? 3 : 2,
  ErrCode: m.delivered ? 'DELIVERED' : 'MK:0001',
  SendDate: m.at,
  TemplateCode: 'SMS_TWIN',
});
