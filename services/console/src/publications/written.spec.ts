import { describe, expect, it } from 'vitest';
import type { EditionContent } from '../api/hub.types.ts';
import { publication } from '../testing/samples.ts';
import { scheduleInWords } from './schedule.words.ts';
import {
  asHanded,
  asInstant,
  asMatter,
  asPreviewed,
  asSource,
  asWritten,
  withAttachments,
  type Written,
} from './written.ts';

const document = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '因检修停水。' }] }],
} satisfies EditionContent['body'];
const values: Written = { body: { document, media: [] }, lane: 'normal' };
const handedSource = JSON.stringify({ body: document, media: [] });
const beside = { kept: undefined, attachments: [], lists: ['points'] };
const picture = { id: 'a'.repeat(64), mediaType: 'image/png', bytes: 3 } as const;
const kept = {
  schemaVersion: 1,
  title: '停水',
  summary: '停水摘要',
  publicNotice: { from: '2026-11-01', to: '2026-11-30', objections: '电话' },
  header: { issuer: '水务局', indexNumber: 'KY-1', documentNumber: '开水〔2026〕1号' },
  body: { type: 'doc', content: [] },
  media: [picture],
} as object as EditionContent;

describe('what is handed in from the write page', () => {
  it('reads a clock as it hangs in China, and an empty one as none', () => {
    expect(asInstant('2026-11-25T08:00')).toBe('2026-11-25T00:00:00.000Z');
    expect(asInstant('')).toBeNull();
    expect(asInstant(undefined)).toBeNull();
  });

  it('leaves out what was left empty', () => {
    expect(asSource({ ...values, title: '  ', issuer: '' }, undefined)).toEqual({
      format: 'document',
      source: handedSource,
    });
  });

  it('keeps what the form does not show', () => {
    const source = asSource({ ...values, issuer: '水务局' }, kept);
    expect(source).toMatchObject({
      summary: '停水摘要',
      publicNotice: { to: '2026-11-30' },
      header: { indexNumber: 'KY-1' },
    });
  });

  it('drops a document number that was cleared', () => {
    expect(asSource({ ...values, documentNumber: '' }, kept).header).not.toHaveProperty('documentNumber');
  });

  it('carries the pictures that the text shows, and no others', () => {
    const image = { type: 'image', attrs: { media: picture.id, alt: '管线图' } } as const;
    const shown = { ...document, content: [...document.content, image] };
    const media = [picture, { ...picture, id: 'b'.repeat(64) }];
    const { source } = asSource({ ...values, body: { document: shown, media } }, kept);
    expect(JSON.parse(source)).toEqual({ body: shown, media: [picture] });
  });

  it('tells what the import of a new text left out, also when it was nothing', () => {
    expect(asSource(values, kept)).not.toHaveProperty('losses');
    expect(asSource({ ...values, losses: [] }, kept)).toMatchObject({ losses: [] });
  });

  it('takes a list as one entry per line and leaves out empty fields and periods', () => {
    const matter = {
      type: 'general-notice',
      column: 'tzgg',
      fields: { points: ' 一 \n\n二', place: '', period: { from: '', to: '' } },
    };
    expect(asMatter({ ...values, matter }, ['points'])).toEqual({
      type: 'general-notice',
      column: 'tzgg',
      item: null,
      fields: { points: ['一', '二'] },
    });
  });

  it('names channels only where the editor saw them', () => {
    expect(asHanded(values, beside)).not.toHaveProperty('channels');
    expect(asHanded({ ...values, channels: ['sms'] }, beside)).toMatchObject({
      channels: ['sms'],
      drill: false,
      schedule: { publishAt: null, expiresAt: null },
    });
  });

  it('hands in of a file what the hub needs, and nothing of the page', () => {
    const file = { name: '附件.pdf', href: 'https://e.cn/f', bytes: 9, status: 'done' };
    expect(withAttachments({ format: 'document', source: '{}' }, [file])).toEqual({
      format: 'document',
      source: '{}',
      attachments: [{ name: '附件.pdf', href: 'https://e.cn/f', bytes: 9 }],
    });
  });
});

describe('a text that is written on', () => {
  it('comes back as it was when nothing is changed', () => {
    const p = publication(
      {},
      { schedule: { publishAt: '2026-11-25T00:00:00.000Z', embargoUntil: null, expiresAt: null } },
    );
    const written = asWritten(p);
    const handed = asHanded({ ...values, ...written }, { ...beside, kept: p.editions[0]?.content });

    expect(written.publishAt).toBe('2026-11-25T08:00');
    expect(handed).toMatchObject({
      format: 'document',
      title: p.title,
      header: { issuer: '开远市水务局' },
      schedule: { publishAt: '2026-11-25T00:00:00.000Z', expiresAt: null },
      matter: { type: 'general-notice', column: 'tzgg', item: null, fields: {} },
      channels: ['website', 'sms'],
    });
    expect(JSON.parse(String(handed.source))).toEqual({ body: p.editions[0]?.content.body, media: [] });
  });

  it('stays a drill: an exercise never becomes a real notice by being edited', () => {
    const p = publication({}, { drill: true });

    expect(asHanded({ ...values, ...asWritten(p) }, beside).drill).toBe(true);
  });
});

describe('what the channels are asked to draw', () => {
  const warning = {
    type: 'warning',
    column: 'yjyj',
    fields: { level: '一级（红色）', period: { from: '2026-11-28', to: '' } },
  };

  it('is drawn in its lane, as what it is, with its end', () => {
    const urgent: Written = { ...values, lane: 'urgent', matter: warning, expiresAt: '2026-11-29T08:00' };
    expect(asPreviewed(urgent, beside)).toEqual({
      format: 'document',
      source: handedSource,
      lane: 'urgent',
      matter: { type: 'warning', column: 'yjyj', item: null, fields: { level: '一级（红色）' } },
      schedule: { expiresAt: '2026-11-29T00:00:00.000Z' },
    });
  });
});

describe('a schedule in words', () => {
  it('names what will happen, and a dash for nothing', () => {
    expect(scheduleInWords({ publishAt: null, embargoUntil: null, expiresAt: null })).toBe('—');
    expect(
      scheduleInWords({
        publishAt: '2026-11-25T00:00:00.000Z',
        embargoUntil: null,
        expiresAt: '2026-12-25T00:00:00.000Z',
      }),
    ).toMatch(/^2026\/11\/25 08:00:00 发布；2026\/12\/25 08:00:00 失效$/);
  });
});
