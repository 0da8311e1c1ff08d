import { describe, expect, it } from 'vitest';
import type { Standing } from './board.documents.ts';
import { checkPage } from './check.page.ts';
import { fingerprint } from './fingerprint.ts';
import type { Board } from './board.places.ts';
import { verdictOn } from './verdict.ts';

const today = '2026-11-23';
const boards: readonly Board[] = [{ id: 'B001', title: '灵泉街道公示栏', paper: 'A3' }];
const standing: Standing = {
  _id: '7K3QZP4M',
  version: 2,
  state: 'in-force',
  edition: 2,
  title: '关于停水的通知',
  issuer: '开远市水务局',
  page: 'https://example.gov.cn/n/7K3QZP4M.html',
  words: '',
  contentHash: '265f22ecd6a024c4'.padEnd(64, '0'),
  hash: 'h',
  of: '7K3QZP4M:2:board:publish',
  also: [],
  noticeTo: null,
  corrects: { edition: 1, reason: '时间有误' },
  papers: [],
  earlier: [{ edition: 1, title: '停水', contentHash: 'f'.repeat(64), releasedAt: '' }],
  releasedAt: '2026-11-23T01:00:00.000Z',
  withdrawal: null,
};
const withdrawn: Standing = {
  ...standing,
  state: 'withdrawn',
  withdrawal: { reason: '检修取消', at: '2026-11-23T03:00:00.000Z' },
};
const ask = (of: Standing | null, edition: number | null = null, board: string | null = null) =>
  verdictOn(of, { edition, board }, boards, today);

describe('what a scanned sheet is told to be', () => {
  it('is in force when its edition is the one in force', () => {
    expect(ask(standing, 2)).toMatchObject({ state: 'in-force', headline: '现行有效' });
  });

  it('is corrected when its edition is an earlier one, with the reason', () => {
    const verdict = ask(standing, 1);
    expect(verdict).toMatchObject({ state: 'superseded', headline: '已更正' });
    expect(verdict.notes.join()).toContain('时间有误');
  });

  it('is withdrawn whatever its edition, with the reason', () => {
    for (const edition of [1, 2, null])
      expect(ask(withdrawn, edition)).toMatchObject({
        headline: '已撤回',
        notes: expect.arrayContaining(['撤回原因：检修取消']) as unknown,
      });
  });

  it('is a warning that was lifted, in the words of its issuer', () => {
    const withdrawal = { reason: '降雨已减弱', at: '2026-11-23T03:00:00.000Z', act: 'lift' as const };
    const { headline, notes } = ask({ ...withdrawn, withdrawal }, 2);
    expect(headline).toBe('预警解除');
    expect(notes).toContain('解除说明：降雨已减弱');
    expect(notes.join()).not.toMatch(/撤回|失效|据此办理/);
  });

  it('cannot be verified when nobody released it, or not that edition', () => {
    expect(ask(null, 1)).toMatchObject({ headline: '未能核验' });
    expect(ask(standing, 3)).toMatchObject({ headline: '未能核验' });
  });

  it('tells where the sheet should hang', () => {
    expect(ask(standing, 2, 'B001').notes).toContain('张贴于灵泉街道公示栏。');
    expect(ask(standing, 2, 'B999').notes.join()).toContain('没有登记');
  });

  it('says when a 公示 is over', () => {
    expect(ask({ ...standing, noticeTo: '2026-11-22' }, 2).notes.join()).toContain('届满');
  });
});

describe('the page behind the code', () => {
  it('shows the verdict, the title, the issuer, the fingerprint and the way to the full text', () => {
    const html = checkPage(ask(standing, 2), { host: 'gg.example.gov.cn', telephone: '12345' });
    for (const words of ['现行有效', '关于停水的通知', '开远市水务局', '265F-22EC-D6A0-24C4', standing.page])
      expect(html).toContain(words);
  });

  it('takes words for words, never for markup', () => {
    const html = checkPage(ask({ ...standing, title: '<script>alert(1)</script>' }, 2), {
      host: 'gg.example.gov.cn',
      telephone: '12345',
    });
    expect(html).not.toContain('<script>');
  });

  it('gives a number to call when a sheet cannot be verified', () => {
    expect(checkPage(ask(null), { host: 'gg.example.gov.cn', telephone: '0873-12345' })).toContain(
      'tel:0873-12345',
    );
  });
});

describe('a fingerprint', () => {
  it('is the first 64 bits of the hash in four groups', () => {
    expect(fingerprint('265f22ecd6a024c4ffff')).toBe('265F-22EC-D6A0-24C4');
  });
});
