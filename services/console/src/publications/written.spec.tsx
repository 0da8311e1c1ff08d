import { describe, expect, it } from 'vitest';
import { publication } from '../testing/samples.ts';
import { asHanded, asInstant, asMatter, asSource, asWritten, type Written } from './written.ts';

const beside = { kept: undefined, attachments: [], lists: [] };
const blank: Written = { format: 'text', source: '正文', lane: 'normal' };

describe('what is handed in', () => {
  it('leaves out what was left empty', () => {
    expect(asHanded({ ...blank, title: '  ', issuer: '' }, beside)).toEqual({
      format: 'text',
      source: '正文',
      lane: 'normal',
      schedule: { publishAt: null, expiresAt: null },
      drill: false,
    });
  });

  it('takes the clock of a form for the clock on the wall in China', () => {
    expect(asInstant('2026-11-25T08:00')).toBe('2026-11-25T00:00:00.000Z');
    expect(asInstant('')).toBeNull();
  });

  it('names the files that go along as the hub answered them', () => {
    const file = { name: '公告.pdf', href: 'https://example.gov.cn/f/1', bytes: 12 };

    expect(asHanded(blank, { ...beside, attachments: [file] }).attachments).toEqual([file]);
  });
});

describe('a text that is written on', () => {
  it('comes back as it was when nothing is changed', () => {
    const p = publication(
      {},
      { schedule: { publishAt: '2026-11-25T00:00:00.000Z', embargoUntil: null, expiresAt: null } },
    );
    const written = asWritten(p);
    const handed = asHanded({ ...blank, ...written }, { ...beside, kept: p.editions[0]?.content });

    expect(written.publishAt).toBe('2026-11-25T08:00');
    expect(handed).toMatchObject({
      format: 'document',
      title: p.title,
      header: { issuer: '开远市水务局' },
      schedule: { publishAt: '2026-11-25T00:00:00.000Z', expiresAt: null },
      matter: { type: 'general-notice', column: 'tzgg', item: null, fields: {} },
      channels: ['website', 'sms'],
    });
    expect(JSON.parse(String(handed.source))).toEqual(p.editions[0]?.content.body);
  });

  it('stays a drill: an exercise never becomes a real notice by being edited', () => {
    const p = publication({}, { drill: true });

    expect(asHanded({ ...blank, ...asWritten(p) }, beside).drill).toBe(true);
  });

  it('keeps pictures, summary and the period of a notice, which the form does not show', () => {
    const [before] = publication().editions;
    if (before === undefined) throw new Error('a publication has an edition');
    const image = { id: 'a'.repeat(64), mediaType: 'image/png', bytes: 3, data: 'AAAA' } as const;
    const kept = {
      ...before.content,
      summary: '停水',
      publicNotice: { from: '2026-11-01', to: '2026-11-30', objections: '电话' },
      media: [image],
    };
    const source = asSource({ format: 'document', source: '{"type":"doc"}' }, kept);

    expect(source).toMatchObject({ summary: '停水', publicNotice: kept.publicNotice });
    expect(JSON.parse(source.source)).toEqual({ body: { type: 'doc' }, media: [image] });
  });

  it('loses a document number that was wiped out', () => {
    const [before] = publication().editions;
    if (before === undefined) throw new Error('a publication has an edition');
    const kept = {
      ...before.content,
      header: { ...before.content.header, documentNumber: '开政办发〔2026〕8号' },
    };

    expect(asSource({ documentNumber: '' }, kept).header).toEqual({ issuer: '开远市水务局' });
  });
});

describe('the fields of a matter', () => {
  const matter = { type: 'bid', column: 'tzgg' };

  it('are lists where the hub says so, one entry a line', () => {
    expect(
      asMatter({ matter: { ...matter, fields: { lots: '一标段\n\n 二标段 ' } } }, ['lots'])?.fields,
    ).toEqual({
      lots: ['一标段', '二标段'],
    });
  });

  it('are left out when they are empty, also a period without days', () => {
    const fields = { a: '', b: undefined, c: { from: '', to: '' }, d: '有' };

    expect(asMatter({ matter: { ...matter, fields } }, [])?.fields).toEqual({ d: '有' });
  });
});
