import { sampleEdition } from '@towncrier/channel-testkit/testing';
import { loadSettings } from '@towncrier/settings';
import { describe, expect, it } from 'vitest';
import { checkScreens } from './led.check.ts';
import { pagesHash, renderEdition, renderWithdrawal } from './led.rendition.ts';
import { settings, type Screen } from './settings.ts';

const { SCREENS } = loadSettings(settings, { LED_PLAYER_TOKEN: 'a-token-of-players' });
const pixels = (png: Uint8Array): [number, number] => [
  Buffer.from(png).readUInt32BE(16),
  Buffer.from(png).readUInt32BE(20),
];

describe('what the screens get', { timeout: 30_000 }, () => {
  it('is one set of pages per screen, each exactly as large as the screen', async () => {
    const { screens } = await renderEdition(sampleEdition(), SCREENS);
    for (const { screen, pages } of screens) {
      const { width, height } = SCREENS.find((s) => s.id === screen) as Screen;
      expect(pages.length).toBeGreaterThan(0);
      for (const { png, ms } of pages) {
        expect(pixels(png)).toEqual([width, height]);
        expect(ms).toBeGreaterThanOrEqual(3000);
      }
    }
  });

  it('has the hash that players can compute from what they verified, in any order of screens', async () => {
    const { screens, hash } = await renderEdition(sampleEdition(), SCREENS);
    expect(
      pagesHash(screens.toReversed().map((s) => ({ screen: s.screen, pages: s.pages.map((p) => p.sha256) }))),
    ).toBe(hash);
  });

  it('is drawn once for all screens of one shape', async () => {
    const hall = SCREENS.find((s) => s.kind === 'screen') as Screen;
    const {
      screens: [one, two],
    } = await renderEdition(sampleEdition(), [hall, { ...hall, id: 'screen-library' }]);
    expect(one?.pages[0]?.png).toBe(two?.pages[0]?.png);
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
    for (const { text } of await renderWithdrawal(withdrawn, SCREENS))
      expect(text).toMatch(/【撤回】关于停水的通知.*检修时间有变/);
  });

  it('takes a long notice, portrait screens and large strips', async () => {
    const long = sampleEdition({
      content: {
        title: '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
        summary: '各有关单位要提高认识，加强领导，落实责任。'.repeat(20),
      },
    });
    const shapes: Screen[] = [
      ...SCREENS,
      { id: 'tall', title: '竖屏', kind: 'screen', width: 1080, height: 1920, cell: 16 },
      { id: 'small', title: '小屏', kind: 'screen', width: 640, height: 360, cell: 16 },
      { id: 'big', title: '大条屏', kind: 'strip', width: 768, height: 128, cell: 32 },
    ];
    expect((await renderEdition(long, shapes)).screens).toHaveLength(shapes.length);
  });
});

describe('what the screens cannot show', { timeout: 30_000 }, () => {
  it('is a title longer than three lines of a strip', () => {
    const [problem] = checkScreens(sampleEdition({ content: { title: '长'.repeat(61) } }), SCREENS);
    expect(problem).toMatchObject({ channel: 'led', field: 'title' });
  });

  it('is a character that no font has', () => {
    const problems = checkScreens(sampleEdition({ content: { title: '关于𠮷村停水的通知' } }), SCREENS);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining('𠮷') as string })]);
  });
});
