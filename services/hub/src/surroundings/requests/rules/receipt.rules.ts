import { done, refused, within } from './case.ts';

/** 条例 art. 31: the day of receipt depends on how the request came, and is confirmed by a person. */
export const confirmReceipt = within<'confirmReceipt'>(['submitted'], (at, { receivedOn }) =>
  receivedOn < at.request.submittedOn || receivedOn > at.on
    ? refused('bad-date', '收到日期应在申请提交之后、今天之前；请按《政府信息公开条例》第三十一条确认')
    : done(at, { state: 'handling', receivedOn }),
);
