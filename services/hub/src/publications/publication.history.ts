import type { PublicationEvent } from './publication.ts';

/** One line of what happened, in words for a person. `what` is the event's type. */
export interface HistoryLine { readonly at: string; readonly by: string; readonly what: PublicationEvent['type']; readonly words: string }

export function historyLine(event: PublicationEvent): HistoryLine {
  return { at: event.at, by: event.by, what: event.type, words: words(event) };
}

function words(event: PublicationEvent): string {
  switch (event.type) {
    case 'publicationCreated': return `新建草稿《${event.draft.title}》`;
    case 'draftEdited': return `修改草稿《${event.draft.title}》`;
    case 'editionSubmitted': return event.unchecked.length === 0 ? '送审，各渠道检查通过' : `送审；以下渠道未应答，未能检查：${event.unchecked.join('、')}`;
    case 'editionApproved': return '审定';
    case 'editionReturned': return `退回：${event.reason}`;
    case 'editionReleased': return `发布第 ${event.edition} 版`;
    case 'correctionDrafted': return `起草更正（第 ${event.corrects} 版）：${event.reason}`;
    case 'publicationWithdrawn': return `撤回：${event.reason}`;
  }
}
