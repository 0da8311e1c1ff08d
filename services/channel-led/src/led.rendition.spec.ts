import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { describe, expect, it } from 'vitest';
import { checkScreens } from './led.check.ts';
import { pagesHash, renderEdition, renderWithdrawal } from './led.rendition.ts';
import { formerForms, shapeNamed } from './screen.shape.ts';

const strip = 'strip 384x64/16';
const hall = 'screen 1920x1080/16';
const both = [hall, strip];
const pixels = (png: Uint8Array): [number, number] => [
  Buffer.from(png).readUInt32BE(16),
  Buffer.from(png).readUInt32BE(20),
];

describe('what the screens get', { timeout: 30_000 }, () => {
  it('is one set of pages per form, each exactly as large as a screen of it', async () => {
    const { forms } = await renderEdition(sampleEdition(), both);
    expect(forms.map(({ form }) => form)).toEqual(both);
    for (const { form, pages } of forms) {
      const { width, height } = shapeNamed(form);
      expect(pages.length).toBeGreaterThan(0);
      for (const { png, ms } of pages) {
        expect(pixels(png)).toEqual([width, height]);
        expect(ms).toBeGreaterThanOrEqual(3000);
      }
    }
  });

  it('has the hash that players can compute from what they verified, in any order of forms', async () => {
    const { forms, hash } = await renderEdition(sampleEdition(), both);
    expect(
      pagesHash(forms.toReversed().map((f) => ({ form: f.form, pages: f.pages.map((p) => p.sha256) }))),
    ).toBe(hash);
  });

  it('is the same picture for screens that were approved by their ids', async () => {
    const pagesOf = async (forms: readonly string[]) =>
      (await renderEdition(sampleEdition(), forms)).forms.map(({ pages }) => pages);
    expect(await pagesOf(formerForms)).toEqual(await pagesOf(both));
  });

  it('says on every screen that a notice was withdrawn, and why', async () => {
    const withdrawn = {
      publication: '7K3QZP4M',
      edition: 1,
      title: '关于停水的通知',
      reason: '检修时间有变',
      links: { page: 'https://example.gov.cn/n/7K3QZP4M.html' },
      withdrawnAt: '2026-11-23T01:00:00.000Z',
    };
    for (const { text } of await renderWithdrawal(withdrawn, both))
      expect(text).toMatch(/【撤回】关于停水的通知.*检修时间有变/);
  });

  it('takes a long notice, portrait screens and large strips', async () => {
    const long = sampleEdition({
      content: {
        title: '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
        summary: '各有关单位要提高认识，加强领导，落实责任。'.repeat(20),
      },
    });
    const forms = [...both, 'screen 1080x1920/16', 'screen 640x360/16', 'strip 768x128/32'];
    expect((await renderEdition(long, forms)).forms).toHaveLength(forms.length);
  });
});

describe('what the screens cannot show', { timeout: 30_000 }, () => {
  it('is a reason of a correction longer than all pages of a strip, never a title', () => {
    expect(checkScreens(sampleEdition({ content: { title: '长'.repeat(200) } }), both)).toEqual([]);
    const corrects = { edition: 1, reason: '因'.repeat(300) };
    const [problem] = checkScreens({ ...sampleEdition(), edition: 2, corrects }, both);
    expect(problem).toMatchObject({ channel: 'led', field: 'title' });
  });

  it('is a character that no font has', () => {
    const problems = checkScreens(sampleEdition({ content: { title: '关于𰀀村停水的通知' } }), both);
    expect(problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('“𰀀”（U+30000）') as string }),
    ]);
  });
});
