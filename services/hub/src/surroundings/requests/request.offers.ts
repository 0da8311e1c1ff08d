import { choose, date, line, number, text } from '../../access/steps/question.ts';
import { offerOf, type Offer } from '../../access/steps/step.ts';
import { days } from './request.clock.ts';
import type { RequestCommand } from './request.commands.ts';
import { answerKinds, consulted, type DisclosureRequest } from './request.ts';

/** An act as it would be drawn, and the command it would be, with answers that are in order. */
export interface RequestProbe {
  readonly offer: Offer;
  readonly command: RequestCommand;
}

const words = '探问';
const longest = 2000;
/** Somebody else than whoever asks: no name a person can have. */
const superior = '*';

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Everything that the office could want to do with a request, in the order in which it is drawn. */
export const requestProbes = (request: DisclosureRequest, today: string): readonly RequestProbe[] => [
  {
    offer: offerOf('confirmReceipt', '确认收到', {
      look: 'primary',
      ask: [date('receivedOn', '收到日期', request.submittedOn, today)],
    }),
    command: { type: 'confirmReceipt', receivedOn: today },
  },
  {
    offer: offerOf('answer', '答复', {
      look: 'primary',
      ask: [choose('kind', '答复类型', answerKinds), text('words', '内容', longest)],
    }),
    command: { type: 'answer', kind: 'provided', words, publication: null },
  },
  ...correcting(today),
  {
    offer: offerOf('extend', '延长期限', {
      ask: [
        number('days', `延长工作日数（≤${days.extension}）`, 1, days.extension),
        text('reason', '理由', longest),
        line('approvedBy', '批准人（不能是经办人）', 60),
      ],
    }),
    command: { type: 'extend', days: 1, reason: words, approvedBy: superior },
  },
  ...consulting,
  { offer: offerOf('archive', '归档'), command: { type: 'archive' } },
];

const correcting = (today: string): readonly RequestProbe[] => [
  {
    offer: offerOf('askForCorrection', '通知补正', {
      ask: [text('words', '内容', longest), date('dueOn', '补正截止日期', dayAfter(today), null)],
    }),
    command: { type: 'askForCorrection', words, dueOn: dayAfter(today) },
  },
  {
    offer: offerOf('takeCorrection', '收到补正', {
      look: 'primary',
      ask: [text('description', '补正后的申请内容', longest)],
    }),
    command: { type: 'takeCorrection', description: words },
  },
  { offer: offerOf('giveUp', '视为放弃', { look: 'danger' }), command: { type: 'giveUp' } },
];

const consulting: readonly RequestProbe[] = [
  {
    offer: offerOf('consult', '征求意见', {
      ask: [choose('kind', '对象类别', consulted), line('with', '征求对象', 200)],
    }),
    command: { type: 'consult', with: words, kind: 'third-party' },
  },
  {
    offer: offerOf('endConsultation', '征求意见结束', {
      look: 'primary',
      ask: [text('outcome', '意见', longest)],
    }),
    command: { type: 'endConsultation', outcome: words },
  },
];
