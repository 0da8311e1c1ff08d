import { describe, expect, it } from 'vitest';
import type { EditionContent } from '../api/hub.types.ts';
import { scheduleInWords } from './schedule.words.ts';
import {
  asHanded,
  asInstant,
  asMatter,
  asPreviewed,
  asSource,
  withAttachments,
  type Written,
} from './written.ts';

const values: Written = { format: 'text', source: '因检修停水。', lane: 'normal' };
const beside = { kept: undefined, attachments: [], lists: ['points'] };
const picture = { id: 'a', alt: '图', kind: 'image' };
const kept = {
  schemaVersion: 1,
  title: '停水',
  summary: '停水摘要',
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

  it('leaves out what was left empty, so that the hub reads it from the text', () => {
    expect(asSource({ ...values, title: '  ', issuer: '' }, undefined)).toEqual({
      format: 'text',
      source: '因检修停水。',
    });
  });

  it('keeps what the form does not show', () => {
    const source = asSource({ ...values, issuer: '水务局' }, kept);
    expect(source).toMatchObject({ summary: '停水摘要', header: { indexNumber: 'KY-1' } });
  });

  it('drops a document number that was cleared', () => {
    expect(asSource({ ...values, documentNumber: '' }, kept).header).not.toHaveProperty('documentNumber');
  });

  it('carries the pictures of a structured text along, and leaves broken JSON to the hub', () => {
    const written = { ...values, format: 'document', source: '{"type":"doc"}' } as const;
    expect(JSON.parse(asSource(written, kept).source)).toEqual({ body: { type: 'doc' }, media: [picture] });
    expect(asSource({ ...written, source: '{' }, kept).source).toBe('{');
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
    expect(withAttachments({ format: 'text', source: '文' }, [file])).toEqual({
      format: 'text',
      source: '文',
      attachments: [{ name: '附件.pdf', href: 'https://e.cn/f', bytes: 9 }],
    });
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
      format: 'text',
      source: '因检修停水。',
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
