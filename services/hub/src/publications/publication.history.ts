import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { LeftOut } from './submission.answers.ts';
import type { EndingAct, Passed } from './publication.ts';
import { eventTypes, type PublicationEvent } from './publication.events.ts';

/** One line of what happened, in words for a person. `what` is the event's type. */
export const storedHistoryLine = z.object({
  at: z.string(),
  by: z.string(),
  what: z.enum(eventTypes),
  words: z.string(),
});
export type HistoryLine = Frozen<z.infer<typeof storedHistoryLine>>;

export function historyLine(event: PublicationEvent): HistoryLine {
  return { at: event.at, by: event.by, what: event.type, words: words(event) };
}

/** How a publication ends, in words. */
export const endingTitles: Readonly<Record<EndingAct, string>> = {
  withdraw: '撤回',
  expire: '失效',
  repeal: '废止',
  lift: '解除预警',
};
/** What a review afterwards comes to, in words. */
export const afterwardsTitles: Readonly<Record<'upheld' | 'faulted', string>> = {
  upheld: '予以确认',
  faulted: '认定有误',
};
/** What became of a remark, in words. */
export const settledTitles: Readonly<Record<'resolved' | 'waived', string>> = {
  resolved: '已解决',
  waived: '已免除',
};
const unanswered = (unchecked: readonly string[]): string =>
  unchecked.length === 0 ? '，各渠道检查通过' : `；以下渠道未应答，未能检查：${unchecked.join('、')}`;
const passedBy = (notCarried: Passed['notCarried'] = []): string =>
  notCarried.length === 0 ? '' : `；以下渠道无法承载：${notCarried.map((n) => n.channel).join('、')}`;
const coded = (code: string | undefined): string => (code === undefined ? '' : `（${code}）`);

const acceptedIn = (channels: readonly string[] = []): string =>
  channels.length === 0 ? '' : `；已确认这些渠道不载部分内容：${channels.join('、')}`;

const leftOutIn = (channels: readonly LeftOut[] = []): string =>
  channels
    .map(({ channel, article, reason }) => `；未选依法应选的渠道 ${channel}（${article}），理由：${reason}`)
    .join('');

function words(event: PublicationEvent): string {
  switch (event.type) {
    case 'publicationCreated':
      return `新建草稿《${event.terms.title}》`;
    case 'draftEdited':
      return `修改草稿《${event.terms.title}》`;
    case 'lossesChecked':
      return `对照原文核对导入差异 ${event.losses.length} 处`;
    case 'editionSubmitted':
      return `送审${unanswered(event.unchecked)}${acceptedIn(event.accepted)}${leftOutIn(event.leftOut)}`;
    case 'reviewClaimed':
      return `领取${event.kind.title}`;
    case 'reviewPassed':
      return `${event.kind.title}通过`;
    case 'editionReferred':
      return `报请确定${coded(event.code)}：${event.reason}`;
    case 'editionReturned':
      return `退回${coded(event.code)}：${event.reason}`;
    case 'commentMade':
      return `批注第 ${event.block} 段${event.quote === undefined ? '' : `“${event.quote.exact}”`}：${event.words}`;
    case 'commentAnswered':
      return `回复批注 ${event.comment}：${event.words}`;
    case 'commentSettled':
      return `${event.as === 'resolved' ? '解决' : '免除'}批注 ${event.comment}：${event.words}`;
    case 'releaseScheduled':
      return `定时发布：${event.publishAt}`;
    case 'scheduleCancelled':
      return `取消定时：${event.reason}`;
    case 'urgentReleaseRequested':
      return `申请应急先发：${event.reason}${unanswered(event.unchecked)}${passedBy(event.notCarried)}`;
    case 'urgentReleaseConfirmed':
      return '确认应急先发，待补审';
    case 'releaseReviewedAfterwards':
      return `补审第 ${event.edition} 版：${afterwardsTitles[event.verdict]}，${event.words}`;
    case 'editionReleased':
      return `发布第 ${event.edition} 版`;
    case 'correctionDrafted':
      return `起草更正（第 ${event.corrects} 版）${event.hidesEarlier === true ? '，原版不再公开' : ''}：${event.reason}`;
    case 'publicationEnded':
      return `${endingTitles[event.act]}：${event.reason}${event.basis === undefined ? '' : `（依据：${event.basis}）`}`;
    case 'publicationArchived':
      return `归档：${event.reason}`;
  }
}
