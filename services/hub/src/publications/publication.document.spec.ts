import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicationWithdrawnV1 } from '@towncrier/contracts';
import { openSqliteStore, type Collection, type Fresh, type Store } from '@towncrier/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publications, type PublicationDoc } from './publication.document.ts';
import type { EditionRecord } from './publication.ts';
import { houseKinds } from './review.kind.ts';

const hash = 'a'.repeat(64);
const at = '2026-11-23T02:00:00.000Z';
const [first] = houseKinds;

/** Nothing that may be absent is absent, and nothing that may be null is null: a new field must come here. */
type Whole<T> = T extends object ? { readonly [K in keyof T]-?: Whole<NonNullable<T[K]>> } : T;

const selection = {
  areas: ['532502002000'],
  organisations: ['kys-lq'],
  venues: ['library' as const],
  groups: ['防汛'],
  targets: [{ channel: 'led', id: 'strip-station' }],
};

const edition: Whole<EditionRecord> = {
  contentHash: hash,
  title: '关于灵泉东路停水检修的通知',
  lane: 'urgent',
  channels: ['website', 'sms'],
  audience: { scope: 'some', of: selection, except: selection },
  schedule: { publishAt: at, embargoUntil: at, expiresAt: '2026-12-23T02:00:00.000Z' },
  matter: {
    type: 'warning',
    column: 'yjyj',
    item: '530000-1',
    fields: { level: '红色', areas: ['小龙潭镇'], lasts: { from: '2026-11-23', to: '2026-11-24' } },
  },
  noticeUntil: '2026-12-01',
  drill: true,
  relayed: '53250241600000_20261123090000_0',
  losses: [
    {
      kind: 'struck-text',
      where: '第3段',
      count: 1,
      excerpt: '300',
      key: '3f0a9c51d2e4b678',
      checked: { by: 'editor', at },
    },
  ],
  edition: 2,
  state: 'released',
  authors: ['editor', 'editor2'],
  submittedBy: 'editor',
  route: { kinds: [...houseKinds] },
  reviews: [
    {
      stage: first?.id ?? 'release',
      title: '一审',
      verdict: 'returned',
      by: 'reviewer',
      at,
      contentHash: hash,
      seal: hash,
      reason: '停水时间有误',
      code: 'art14',
      void: true,
    },
  ],
  claim: { by: 'reviewer', at },
  comments: [
    {
      id: 1,
      block: 1,
      by: 'reviewer',
      at,
      words: '请核对停水时间。',
      quote: { exact: '8时至18时', prefix: '11月25日', suffix: '停水' },
      replies: [{ by: 'editor', at, words: '以供水公司的通知为准' }],
      settled: { as: 'resolved', by: 'editor', at, words: '已改' },
    },
  ],
  urgentRequest: {
    by: 'duty',
    at,
    until: '2026-11-23T02:30:00.000Z',
    reason: '山洪',
    remarks: [{ field: 'title', message: '标题过长', remedy: '请缩短' }],
    chosen: { level: '一级（红色）', area: '灵泉街道', areas: ['开远市', '灵泉街道'] },
  },
  releasedAt: at,
  renditions: { website: hash, sms: hash },
  unchecked: ['led'],
  accepted: ['sms'],
  leftOut: [{ channel: 'website', article: '《政府信息公开条例》第二十四条', reason: '网站改版' }],
  omitted: {
    sms: [
      { kind: 'rows', block: 2, where: '', shown: 0, of: 120, excerpt: '甲', message: '没有表格（共120行）' },
    ],
  },
  notCarried: [{ channel: 'board', why: '图片无法识别' }],
  corrects: { edition: 1, reason: '停水时间有误', hidesEarlier: true },
};

const whole: Whole<Fresh<PublicationDoc>> = {
  _id: '7K3QZP4M',
  organisation: 'kys-shuiwj',
  revision: 9,
  inForce: 2,
  asked: 'd'.repeat(64),
  editions: [{ ...edition, edition: 1, route: { levels: 1, secrecy: true } }, edition],
  urgentReleases: [
    {
      edition: 1,
      requestedBy: 'duty',
      confirmedBy: 'duty2',
      reason: '山洪',
      at,
      reviewDueAt: '2026-11-24T02:00:00.000Z',
      remarks: [{ field: 'title', message: '标题过长', remedy: '请缩短' }],
      review: { by: 'reviewer', at, verdict: 'faulted', words: '时间写错' },
    },
  ],
  ending: {
    act: 'repeal',
    reason: '已被取代',
    by: 'editor',
    at,
    basis: '云政发〔2026〕8号',
    successor: '8Z8RACBB',
    message: 'kyqx@example.gov.cn,X1,2026-11-23T02:00:00.000Z',
  },
  archivedAt: at,
  createdAt: at,
  updatedAt: at,
  state: 'archived',
  title: edition.title,
  column: 'yjyj',
  item: '530000-1',
  type: 'warning',
  words: '灵泉 东路 停水',
  wordsForm: 2,
  dueOn: '2026-12-01',
  wakeAt: at,
  reviewDueAt: at,
  history: [{ at, by: 'editor', what: 'publicationEnded', words: '废止：已被取代' }],
  untrackedSince: at,
  lease: { token: 'relay', until: at },
  outbox: [
    {
      subject: 'a.subject',
      envelope: {
        specversion: '1.0',
        id: '7K3QZP4M:2:ended',
        type: publicationWithdrawnV1.type,
        source: '/hub',
        subject: '7K3QZP4M',
        time: at,
        datacontenttype: 'application/json',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        data: { publication: '7K3QZP4M' },
      },
    },
  ],
  outboxAt: at,
  unaudited: [
    {
      id: 'publication/7K3QZP4M@9',
      at,
      who: 'editor',
      from: '127.0.0.1',
      act: 'publication.repeal',
      about: 'publication/7K3QZP4M',
      before: hash,
      after: hash,
      reason: '已被取代',
      detail: { successor: '8Z8RACBB' },
    },
  ],
  unauditedAt: at,
};

describe('a publication with everything it may have', () => {
  let folder: string;
  let store: Store;
  let kept: Collection<PublicationDoc>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-publication-'));
    store = await openSqliteStore(folder);
    kept = await store.collection(publications);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('is loaded as it was saved, also by a process that comes later', async () => {
    expect(await kept.insert(whole)).toBe(true);
    expect(await kept.get(whole._id)).toEqual({ ...whole, version: 1 });

    await store.close();
    store = await openSqliteStore(folder);
    kept = await store.collection(publications);
    expect(await kept.get(whole._id)).toEqual({ ...whole, version: 1 });
  });

  it('is refused with a field that the schema does not name, at every depth, and the field is named', async () => {
    const request = { ...edition.urgentRequest, phone: '0873-7123456' };
    const unnamed: Fresh<PublicationDoc> = {
      ...whole,
      _id: '8Z8RACBB',
      editions: [{ ...edition, urgentRequest: request }],
    };

    await expect(kept.insert(unnamed)).rejects.toThrow(
      /editions\.0\.urgentRequest\.phone: the schema does not name it/,
    );
    expect(await kept.get('8Z8RACBB')).toBeNull();
  });
});
