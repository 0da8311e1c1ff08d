import type { ShownRendition } from '../channels/shown.rendition.ts';
import type { EditionContent } from '@towncrier/contracts';
import { form, text } from '../../access/steps/question.ts';
import { offerOf } from '../../access/steps/step.ts';
import type { ReachView } from '../channels/reach.view.ts';
import type { PublicationSummary, PublicationView, WaitingPublication } from '../publication.view.ts';
import { kindsOf, type ReviewKind } from '../review.kind.ts';

const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

export const content: EditionContent = {
  schemaVersion: 1,
  title: '关于乐白道街道停水的通知',
  header: { issuer: '开远市水务局', publishedOn: '2026-11-23' },
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '因管网检修，11 月 25 日 8:00 至 18:00 停水。' }],
      },
    ],
  },
  media: [],
};

export const source = {
  format: 'text',
  source: '关于乐白道街道停水的通知\n开远市水务局\n因管网检修，11 月 25 日 8:00 至 18:00 停水。',
} as const;

const kinds = [...kindsOf({ levels: 1, secrecy: true })];
const pass = (
  { id: stage, title: stageTitle }: ReviewKind,
  by: string,
  at: string,
): PublicationSummary['editions'][number]['reviews'][number] => ({
  stage,
  stageTitle,
  verdict: 'passed',
  by,
  at,
  contentHash: hash,
  seal: hash,
  void: false,
});

const record: PublicationSummary['editions'][number] = {
  edition: 1,
  state: 'released',
  contentHash: hash,
  title: content.title,
  lane: 'normal',
  channels: ['website', 'wechat'],
  audience: { scope: 'all' },
  schedule: { publishAt: null, embargoUntil: null, expiresAt: null },
  matter: { type: 'general-notice', column: 'tzgg', item: null, fields: {} },
  noticeUntil: null,
  drill: false,
  relayed: null,
  seal: hash,
  standing: 'in-force',
  waitsFor: null,
  waitsForTitle: null,
  authors: ['editor'],
  submittedBy: 'editor',
  route: { levels: 1, secrecy: true, kinds },
  reviews: kinds.map((kind, n) =>
    pass(kind, n === 0 ? 'reviewer' : 'secrecy', `2026-11-23T01:5${5 + n}:00.000Z`),
  ),
  claim: null,
  comments: [],
  urgentRequest: null,
  releasedAt: '2026-11-23T02:00:00.000Z',
  renditions: { website: hash, wechat: hash },
  losses: [],
  unchecked: [],
  leftOut: [],
};

export const summary: PublicationSummary = {
  id: '7K3QZP4M',
  organisation: 'kysrmzf',
  version: 5,
  state: 'released',
  stateTitle: '已发布',
  badges: [{ state: 'released', words: '已发布' }],
  lane: 'normal',
  channels: ['website', 'wechat'],
  title: content.title,
  page: 'https://www.example.gov.cn/n/7K3QZP4M.html',
  inForce: 1,
  editions: [record],
  urgentReleases: [],
  ending: null,
  createdAt: '2026-11-23T01:50:00.000Z',
  updatedAt: '2026-11-23T02:00:00.000Z',
  history: [
    { at: '2026-11-23T02:00:00.000Z', by: 'reviewer', what: 'editionReleased', words: '发布第 1 版' },
  ],
};

export const waitingExample: WaitingPublication = {
  ...summary,
  state: 'submitted',
  stateTitle: '待审',
  badges: [{ state: 'submitted', words: '待审' }],
  inForce: null,
  editions: [
    { ...record, state: 'submitted', standing: 'in-work', reviews: [], releasedAt: null, renditions: {} },
  ],
  steps: [{ ...offerOf('claim', '领取', { given: { takeOver: false } }), allowed: true }],
};

export const publicationExample: PublicationView = {
  ...summary,
  editions: summary.editions.map((e) => ({ ...e, content })),
  progress: [
    { title: '撰写', is: 'done', by: ['editor'], at: '2026-11-23T02:00:00.000Z', returned: null },
    { title: '一审', is: 'done', by: ['reviewer'], at: '2026-11-23T02:04:00.000Z', returned: null },
    { title: '发布', is: 'done', by: [], at: '2026-11-23T02:05:00.000Z', returned: null },
  ],
  steps: [
    { ...offerOf('correct', '更正', { ask: [form] }), allowed: true },
    {
      ...offerOf('expire', '失效', { outward: true, ask: [text('reason', '理由', 500)] }),
      allowed: false,
      why: '公示期到 2026-12-01 届满，不得提前结束',
    },
  ],
};

export const renditions: ShownRendition[] = [
  {
    channel: 'sms',
    problems: [],
    hash,
    omitted: [
      {
        kind: 'rows',
        block: 3,
        where: '',
        shown: 0,
        of: 12,
        excerpt: '灵泉东路 8时至18时',
        message: '没有表格（共12行，如“灵泉东路 8时至18时”）',
      },
    ],
    preview: { kind: 'text', parts: ['【开远市】乐白道街道 11 月 25 日停水通知'] },
  },
];

export const reach: ReachView = {
  words: '3/4 块屏',
  channels: [
    {
      channel: 'led',
      title: 'LED 屏',
      is: 'told',
      words: '3/4 块屏',
      notes: ['已暂停或停用：公园条屏（strip-park）'],
      reach: {
        channel: 'led',
        kinds: [{ kind: 'strip', measure: '块屏', reached: 3, of: 4 }],
        reached: 3,
        of: 4,
        sample: [{ id: 'strip-station', title: '客运站条屏' }],
        withoutConsent: [],
        resting: [{ id: 'strip-park', title: '公园条屏' }],
        unknown: [],
      },
    },
  ],
};

export const contentHash = hash;
