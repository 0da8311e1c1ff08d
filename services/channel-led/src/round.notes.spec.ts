import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { describe, expect, it } from 'vitest';
import { channel } from './channel.ts';
import { renderEdition, type LedRendition } from './led.rendition.ts';
import { roundNotes } from './round.notes.ts';

const page = (seconds: number) => ({ sha256: 'a', ms: seconds * 1000, png: new Uint8Array() });
const hall = (urgent: boolean, ...pages: readonly number[]): Pick<LedRendition, 'urgent' | 'forms'> => ({
  urgent,
  forms: [{ form: 'screen 1920x1080/16', text: '', pages: pages.map(page) }],
});

describe('what a notice takes of a round', () => {
  it('is told in seconds, by form', () => {
    expect(roundNotes(hall(false, 39))).toEqual([
      '全彩屏 1920×1080每轮约占 39 秒（一轮不超过 5 分钟），共 1 页。',
    ]);
  });

  it('is its first page and one of the others where it is long', () => {
    expect(roundNotes(hall(false, 20, 30, 10))).toEqual([
      '全彩屏 1920×1080每轮约占 50 秒（一轮不超过 5 分钟）：共 3 页 60 秒，内容多时每轮播首页和其余一页，依次轮换。',
    ]);
  });

  it('is all of it where it is urgent', () => {
    expect(roundNotes(hall(true, 20, 30, 10))[0]).toContain('每轮约占 60 秒');
  });

  it('stands beside the preview', async () => {
    const forms = ['screen 1920x1080/16', 'strip 384x64/16'];
    const notes = channel.notes?.(await renderEdition(sampleEdition(), forms)) ?? [];
    expect(notes).toEqual([
      expect.stringMatching(/^全彩屏 1920×1080每轮约占 \d+ 秒/),
      expect.stringMatching(/^条屏 384×64每轮约占 \d+ 秒/),
    ]);
  }, 30_000);
});
