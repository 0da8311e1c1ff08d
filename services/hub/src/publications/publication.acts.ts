import type { Acts } from '../trail/acts.ts';
import type { PublicationEvent } from './publication.events.ts';

export const publicationActs = {
  publication: {
    title: '发布件',
    acts: {
      publicationCreated: '拟稿',
      draftEdited: '修改草稿',
      lossesChecked: '对照原文核对',
      editionSubmitted: '提交审核',
      reviewClaimed: '领取审核',
      reviewPassed: '审核通过',
      editionReturned: '退回',
      editionReferred: '报请确定',
      commentMade: '批注',
      commentAnswered: '回复批注',
      commentSettled: '办结批注',
      releaseScheduled: '定时发布',
      scheduleCancelled: '取消定时',
      editionReleased: '发布',
      urgentReleaseRequested: '申请应急先发',
      urgentReleaseConfirmed: '确认应急先发',
      releaseReviewedAfterwards: '补审',
      correctionDrafted: '拟更正',
      publicationEnded: '终止',
      publicationArchived: '归档',
      read: '查阅',
    } satisfies Record<PublicationEvent['type'] | 'read', string>,
  },
} satisfies Acts;
