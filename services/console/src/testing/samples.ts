import type { Channel, DeadLetter, MatrixCell, MatrixRow, Publication, Row, Step } from '../api/hub.types.ts';

const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

/** A step the hub offers, with a reason to be given. */
export const step = (act: string, label: string): Step => ({
  act,
  about: null,
  label,
  look: 'plain',
  outward: false,
  ask: [{ kind: 'line', name: 'reason', label: '理由', required: true, longest: 200 }],
  given: {},
  allowed: true,
});
/** A step that has a form of its own. */
export const formStep = (act: string, label: string): Step => ({
  ...step(act, label),
  ask: [{ kind: 'form' }],
});
/** The same step where it is not to be had now. */
export const notNow = ({ allowed: _was, ...rest }: Step, why: string): Step => ({
  ...rest,
  allowed: false,
  why,
});

/** One channel as it announces itself; a test says what matters to it. */
export const channel = (id: string, title: string, more: Partial<Channel> = {}): Channel => ({
  id,
  title,
  consumes: ['edition-released.v1'],
  mode: 'twin',
  ready: true,
  at: '2026-11-23T02:00:00.000Z',
  places: [],
  can: {
    recall: 'replace',
    revise: 'in-place',
    receipts: 'none',
    targets: '1 个网站',
    limits: [],
    visibleWithinMs: 1000,
    consequences: { correct: '同一网址换为新版', withdraw: '同一网址换为撤回说明' },
  },
  version: 1,
  online: true,
  lastSeen: '2026-11-23T02:00:00.000Z',
  steps: [],
  ...more,
});

/** One delivery that was seen at the public end. */
export const row = (channelId: string, more: Partial<Row> = {}): Row => ({
  delivery: `7K3QZP4M:1:${channelId}:publish`,
  publication: '7K3QZP4M',
  edition: 1,
  channel: channelId,
  operation: 'publish',
  lane: 'normal',
  title: '关于乐白道街道停水的通知',
  state: 'confirmed',
  retryable: false,
  attempts: 1,
  releasedAt: '2026-11-23T02:00:00.000Z',
  ms: 1200,
  words: '公众端已见第 1 版',
  evidence: { url: 'https://www.example.gov.cn/n/7K3QZP4M.html', hash },
  timeline: [
    { at: '2026-11-23T02:00:00.000Z', verb: 'release', outcome: 'expected', words: '发布到本渠道' },
    { at: '2026-11-23T02:00:01.000Z', verb: 'publish', outcome: 'done', words: '已送出' },
  ],
  ...more,
});

/** Where an edition stands on one channel. */
export const cell = (channelId: string, more: Partial<MatrixCell> = {}): MatrixCell => ({
  channel: channelId,
  delivery: `7K3QZP4M:1:${channelId}:publish`,
  operation: 'publish',
  removes: false,
  state: 'confirmed',
  words: '公众端已见第 1 版',
  hand: false,
  retryable: false,
  ...more,
});

export const matrixRow = (cells: MatrixCell[], more: Partial<MatrixRow> = {}): MatrixRow => ({
  publication: '7K3QZP4M',
  edition: 1,
  title: '关于乐白道街道停水的通知',
  number: null,
  owner: null,
  lane: 'normal',
  releasedAt: '2026-11-23T02:00:00.000Z',
  hand: cells.some(({ hand }) => hand),
  cells,
  ...more,
});

export const letter: DeadLetter = {
  id: '2c26b46b68ffc68ff99b453c',
  service: 'channel-sms',
  subject: 'edition-released.v1',
  cause: 'edition: expected number',
  at: '2026-11-23T02:00:00.000Z',
  excerpt: '{"specversion":"1.0"}',
};

type Edition = Publication['editions'][number];
const edition: Edition = {
  contentHash: hash,
  title: '关于乐白道街道停水的通知',
  lane: 'normal',
  channels: ['website', 'sms'],
  audience: { scope: 'all' },
  schedule: { publishAt: null, embargoUntil: null, expiresAt: null },
  matter: { type: 'general-notice', column: 'tzgg', item: null, fields: {} },
  noticeUntil: null,
  drill: false,
  relayed: null,
  edition: 1,
  state: 'draft',
  authors: ['wangfang'],
  submittedBy: null,
  route: null,
  reviews: [],
  claim: null,
  comments: [],
  urgentRequest: null,
  releasedAt: null,
  renditions: {},
  losses: [],
  unchecked: [],
  leftOut: [],
  seal: hash.split('').reverse().join(''),
  standing: 'in-work',
  waitsFor: null,
  waitsForTitle: null,
  content: {
    schemaVersion: 1,
    title: '关于乐白道街道停水的通知',
    header: { issuer: '开远市水务局' },
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '因管网检修停水。' }] }],
    },
    media: [],
  },
};

/** A draft of one edition; a test says what matters to it. */
export const publication = (more: Partial<Publication> = {}, of: Partial<Edition> = {}): Publication => ({
  id: '7K3QZP4M',
  organisation: 'kyswj',
  version: 4,
  state: 'draft',
  stateTitle: '草稿',
  badges: [{ state: 'draft', words: '草稿' }],
  lane: 'normal',
  channels: ['website', 'sms'],
  title: edition.title,
  page: 'https://www.example.gov.cn/n/7K3QZP4M.html',
  inForce: null,
  editions: [{ ...edition, ...of }],
  urgentReleases: [],
  ending: null,
  createdAt: '2026-11-23T01:50:00.000Z',
  updatedAt: '2026-11-23T02:00:00.000Z',
  history: [],
  progress: [{ title: '撰写', is: 'now', by: ['wangfang'], at: null, returned: null }],
  steps: [],
  ...more,
});
