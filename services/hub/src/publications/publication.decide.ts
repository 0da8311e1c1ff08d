import type { Lane } from '@towncrier/contracts';
import { channelsReached, newest, stateOf, type Draft, type Publication, type PublicationEvent, type PublicationState } from './publication.ts';

interface Given { readonly by: string; readonly at: string }

export type Command = Given & (
  | { readonly type: 'createPublication'; readonly id: string; readonly lane: Lane; readonly channels: readonly string[]; readonly draft: Draft }
  | { readonly type: 'editDraft'; readonly lane: Lane; readonly channels: readonly string[]; readonly draft: Draft }
  /** `renditions`: what the channels answered; `unchecked`: those that did not. */
  | { readonly type: 'submitEdition'; readonly renditions: Readonly<Record<string, string>>; readonly unchecked: readonly string[] }
  | { readonly type: 'approveEdition'; readonly contentHash: string }
  | { readonly type: 'returnEdition'; readonly reason: string }
  | { readonly type: 'publishEdition' }
  | { readonly type: 'correctPublication'; readonly reason: string; readonly lane: Lane; readonly draft: Draft }
  | { readonly type: 'withdrawPublication'; readonly reason: string }
);

export type RefusalCode = 'four-eyes' | 'wrong-state' | 'content-changed' | 'nothing-changed' | 'no-channels' | 'channel-still-shows' | 'already-exists' | 'not-found';

/** `words`: the rule and the remedy in Chinese, for the person who asked. */
export type Decision =
  | { readonly kind: 'done'; readonly events: readonly PublicationEvent[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly words: string };

const done = (event: PublicationEvent): Decision => ({ kind: 'done', events: [event] });
const refused = (code: RefusalCode, words: string): Decision => ({ kind: 'refused', code, words });

export const stateTitles: Readonly<Record<PublicationState, string>> = { draft: '草稿', submitted: '待审', approved: '已审定', published: '已发布', withdrawn: '已撤回' };

/** All rules of the editorial workflow. Pure: who, when, ids and what the channels answered come in with the command. */
export function decide(command: Command, state: Publication | null): Decision {
  const { by, at } = command;
  if (command.type === 'createPublication') {
    if (state !== null) return refused('already-exists', '同一编号的发布件已经存在，请重新提交');
    return done({ type: 'publicationCreated', id: command.id, lane: command.lane, channels: command.channels, draft: command.draft, by, at });
  }
  if (state === null) return refused('not-found', '没有这个发布件，请核对编号');
  switch (command.type) {
    case 'editDraft': return inState(state, ['draft'], '只有草稿可以修改；待审或已审定的稿件请先退回，已发布的请使用“更正”', () => edit(command, state));
    case 'submitEdition': return inState(state, ['draft'], '只有草稿可以送审', () => {
      if (newest(state).channels.length === 0) return refused('no-channels', '稿件没有选择任何渠道；请在稿件中选择至少一个渠道后再送审');
      return done({ type: 'editionSubmitted', renditions: command.renditions, unchecked: command.unchecked, by, at });
    });
    case 'approveEdition': return inState(state, ['submitted'], '只有待审稿件可以审定', () => approve(command, state));
    case 'returnEdition': return inState(state, ['submitted', 'approved'], '只有待审或已审定、尚未发布的稿件可以退回', () =>
      done({ type: 'editionReturned', reason: command.reason, by, at }));
    case 'publishEdition': return inState(state, ['approved'], '稿件须先由他人审定才能发布', () =>
      done({ type: 'editionReleased', edition: newest(state).edition, by, at }));
    case 'correctPublication': return inState(state, ['published'], '只有已发布的稿件可以更正；若已有更正稿在办，请直接修改该稿', () => correct(command, state));
    case 'withdrawPublication': {
      if (state.withdrawal !== null) return refused('wrong-state', '该发布件已经撤回，无需再次撤回');
      if (state.inForce === null) return refused('wrong-state', '该发布件尚未发布，没有可撤回的内容；不需要的草稿留存即可');
      return done({ type: 'publicationWithdrawn', reason: command.reason, edition: state.inForce, channels: channelsReached(state), by, at });
    }
  }
}

function inState(state: Publication, allowed: readonly PublicationState[], rule: string, then: () => Decision): Decision {
  const current = stateOf(state);
  return allowed.includes(current) ? then() : refused('wrong-state', `当前状态为“${stateTitles[current]}”。${rule}`);
}

function edit(command: Extract<Command, { type: 'editDraft' }>, state: Publication): Decision {
  const missing = channelsReached(state).filter((id) => !command.channels.includes(id));
  if (missing.length > 0) {
    return refused('channel-still-shows', `上一版已在这些渠道公开：${missing.join('、')}。更正必须送达上一版到过的每个渠道，请保留它们`);
  }
  return done({ type: 'draftEdited', lane: command.lane, channels: command.channels, draft: command.draft, by: command.by, at: command.at });
}

/** Four eyes: nobody approves a content hash that they wrote or edited, in whichever edition that was. */
function approve(command: Extract<Command, { type: 'approveEdition' }>, state: Publication): Decision {
  const current = newest(state);
  const wrote = [current, ...state.editions.filter((e) => e.contentHash === command.contentHash)].some((e) => e.authors.includes(command.by));
  if (wrote) return refused('four-eyes', '您参与撰写或修改了这份稿件，不能审定自己的稿件；请由另一位审核人员审定');
  if (command.contentHash !== current.contentHash) return refused('content-changed', '稿件内容与您看到的不一致；请刷新后重新审阅再审定');
  return done({ type: 'editionApproved', contentHash: command.contentHash, by: command.by, at: command.at });
}

function correct(command: Extract<Command, { type: 'correctPublication' }>, state: Publication): Decision {
  const inForce = state.editions.find((e) => e.edition === state.inForce) ?? newest(state);
  if (command.draft.contentHash === inForce.contentHash) return refused('nothing-changed', '更正稿与现行版完全相同；请先修改内容');
  return done({ type: 'correctionDrafted', reason: command.reason, corrects: inForce.edition, lane: command.lane, draft: command.draft, by: command.by, at: command.at });
}
