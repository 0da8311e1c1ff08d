import { warningLevels } from '@towncrier/content';
import {
  buttons,
  choose,
  consent,
  denyCode,
  form,
  line,
  number,
  text,
  type Question,
} from '../../access/steps/question.ts';
import { offerOf, type Offer } from '../../access/steps/step.ts';
import { openLosses } from '../losses/kept.loss.ts';
import type { Unsigned } from '../publication.commands.ts';
import { afterwardsTitles } from '../publication.history.ts';
import { awaitsClearance, kindOf } from '../publication.review.ts';
import { pick, sealOf } from '../publication.terms.ts';
import { newest, type Publication } from '../publication.ts';
import { noticeRuns } from '../rules/draft.rules.ts';
import { returnReasons } from '../rules/return.reasons.ts';
import { ratedLevels, type WarningChoice } from '../warning.choice.ts';

/** An act as it would be drawn, and the command it would be, with answers that are in order. */
export interface Probe {
  readonly offer: Offer;
  readonly command: Unsigned;
}

export interface Looking {
  readonly state: Publication;
  /** Name of whoever looks. */
  readonly by: string;
  readonly at: string;
}

const reviewActs: ReadonlySet<Unsigned['type']> = new Set([
  'claimReview',
  'approveEdition',
  'clearEdition',
  'confirmUrgentRelease',
  'reviewAfterwards',
]);

/** Does it wait for whoever may do this? Giving back is for every reviewer, so only whoever took it on. */
export function isReview({ state, by }: Looking, { type }: Unsigned): boolean {
  const current = newest(state);
  const taken = kindOf(current) !== null && current.claim?.by === by;
  return reviewActs.has(type) || (type === 'returnEdition' && taken);
}

const because = '探问';
const reason = text('reason', '理由', 500);
const whyReturned = text('reason', '理由', 500, returnReasons);
const code = denyCode('code', '不予公开或报请的法定理由');
const unasked = { renditions: {}, unchecked: [] };
/** Other words than any edition has. */
const otherWords = '0'.repeat(64);

/** Everything that a person could want to do with a publication, in the order in which it is drawn. */
export const probesOf = (looking: Looking): readonly Probe[] => [
  ...writing(looking),
  ...reviewing(looking),
  ...deciding(looking),
  ...urgency(looking),
  ...release(looking),
  ...endings(looking),
  ...remarks(looking),
];

function writing({ state }: Looking): readonly Probe[] {
  const terms = pick(newest(state));
  const schedule = { ...terms.schedule, publishAt: null, embargoUntil: null };
  return [
    { offer: offerOf('edit', '修改', { ask: [form] }), command: { type: 'editDraft', terms, losses: [] } },
    {
      offer: offerOf('correct', '更正', { ask: [form] }),
      command: {
        type: 'correctPublication',
        reason: because,
        terms: { ...terms, schedule, contentHash: otherWords },
        losses: [],
      },
    },
    ...comparing(state),
    {
      offer: offerOf('submit', '提交审核', { look: 'primary' }),
      command: { type: 'submitEdition', route: { levels: 1, secrecy: false }, ...unasked },
    },
  ];
}

/** All at once: each of them is told among the findings. */
function comparing(state: Publication): readonly Probe[] {
  const open = openLosses(newest(state).losses ?? []).length;
  const label = open === 0 ? '已对照原文核对' : `已对照原文核对（${open} 处）`;
  return [{ offer: offerOf('losses/check', label, {}), command: { type: 'checkLosses' } }];
}

/** Nobody takes over from themselves: that would change nothing. */
function reviewing({ state, by }: Looking): readonly Probe[] {
  const { claim } = newest(state);
  const takeOver = claim !== null;
  const label = takeOver ? '接手办理' : '领取';
  return [
    ...(claim?.by === by
      ? []
      : [
          {
            offer: offerOf('claim', label, { given: { takeOver } }),
            command: { type: 'claimReview', takeOver } as const,
          },
        ]),
    {
      offer: offerOf('comments', '批注', {
        ask: [number('block', '第几段（0 为标题）', 0, 5000), text('words', '意见', 500)],
      }),
      command: { type: 'makeComment', block: 0, words: because },
    },
  ];
}

function deciding({ state }: Looking): readonly Probe[] {
  const current = newest(state);
  const seen = { contentHash: current.contentHash, seal: sealOf(current) };
  const passing = { look: 'primary', given: seen } as const;
  return [
    {
      offer: offerOf('return', '退回', {
        ask: awaitsClearance(current) ? [whyReturned, code] : [whyReturned],
      }),
      command: { type: 'returnEdition', reason: because },
    },
    {
      offer: offerOf('refer', '报请确定', { ask: [reason, code] }),
      command: { type: 'referEdition', reason: because },
    },
    {
      offer: offerOf('approve', `${kindOf(current)?.title ?? '审核'}通过`, passing),
      command: { type: 'approveEdition', ...seen },
    },
    { offer: offerOf('clear', '准予公开', passing), command: { type: 'clearEdition', ...seen } },
  ];
}

/** The second person chooses again what the warning form asked; what was chosen before is not told. */
const choosing = (chosen: WarningChoice | undefined): Question[] =>
  chosen === undefined
    ? []
    : [
        buttons(
          'level',
          '级别',
          ratedLevels.map((level) => warningLevels[level].name),
        ),
        buttons('area', '范围', chosen.areas),
      ];

/** Before the reviews, and what is owed afterwards. */
function urgency({ state }: Looking): readonly Probe[] {
  const current = newest(state);
  const chosen = current.urgentRequest?.chosen;
  const seen = { contentHash: current.contentHash, seal: sealOf(current) };
  const verdict = choose('verdict', '补审结论', afterwardsTitles);
  return [
    {
      offer: offerOf('urgent', '申请应急先发', { look: 'danger', ask: [reason] }),
      command: { type: 'requestUrgentRelease', reason: because, ...unasked },
    },
    {
      offer: offerOf('urgent/confirm', '确认应急发布', {
        look: 'danger',
        outward: true,
        ask: choosing(chosen),
        given: seen,
      }),
      command: { type: 'confirmUrgentRelease', ...seen, level: chosen?.level, area: chosen?.area },
    },
    ...state.urgentReleases.map(({ edition }): Probe => ({
      offer: offerOf('urgent/review', `补审第 ${edition} 版`, {
        about: `edition/${edition}`,
        look: 'primary',
        ask: [verdict, text('words', '意见', 500)],
        given: { edition },
      }),
      command: { type: 'reviewAfterwards', edition, verdict: 'upheld', words: because },
    })),
  ];
}

const release = ({ state }: Looking): readonly Probe[] => [
  {
    offer: offerOf('publish', `发布到 ${newest(state).channels.length} 个渠道`, {
      look: 'primary',
      outward: true,
    }),
    command: { type: 'publishEdition' },
  },
  {
    offer: offerOf('unschedule', '取消定时', { ask: [reason] }),
    command: { type: 'cancelSchedule', reason: because },
  },
];

const lifting: Probe = {
  offer: offerOf('lift', '解除预警', { outward: true, ask: [text('reason', '解除说明（公开）', 500)] }),
  command: { type: 'liftWarning', reason: because },
};

function endings({ state, at }: Looking): readonly Probe[] {
  const early =
    noticeRuns(state, at) === null ? [] : [consent('endsNoticeEarly', '公示期内撤回：确认提前结束公示')];
  const told = text('reason', '撤回原因（公开）', 500);
  return [
    {
      offer: offerOf('withdraw', '撤回', { look: 'danger', outward: true, ask: [...early, told] }),
      command: { type: 'withdrawPublication', reason: because, endsNoticeEarly: early.length > 0 },
    },
    {
      offer: offerOf('expire', '失效', { outward: true, ask: [reason] }),
      command: { type: 'expirePublication', reason: because },
    },
    ...(newest(state).matter.type === 'warning' ? [lifting] : []),
    {
      offer: offerOf('repeal', '废止', {
        outward: true,
        ask: [reason, line('basis', '废止依据（文号或文件名）', 200)],
      }),
      command: { type: 'repealPublication', reason: because, basis: because },
    },
    {
      offer: offerOf('archive', '归档', { ask: [reason] }),
      command: { type: 'archivePublication', reason: because },
    },
  ];
}

/** Each remark that is not settled yet. */
const remarks = ({ state }: Looking): readonly Probe[] =>
  newest(state)
    .comments.filter((c) => c.settled === null)
    .flatMap(({ id }) => [
      answering(id),
      settling(id, 'resolved', '已解决', '怎样处理的'),
      settling(id, 'waived', '免除', '为什么不改'),
    ]);

const answering = (comment: number): Probe => ({
  offer: offerOf(`comments/${comment}/replies`, '回复', {
    about: `comment/${comment}`,
    ask: [text('words', '回复', 500)],
  }),
  command: { type: 'answerComment', comment, words: because },
});

/** In one's own words: who reads it later wants to know what was done. */
const settling = (comment: number, as: 'resolved' | 'waived', label: string, how: string): Probe => ({
  offer: offerOf(`comments/${comment}/settle`, label, {
    about: `comment/${comment}`,
    given: { as },
    ask: [text('words', how, 500)],
  }),
  command: { type: 'settleComment', comment, as, words: because },
});
