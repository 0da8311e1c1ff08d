import { loadSettings } from '@towncrier/settings';
import { describe, expect, it } from 'vitest';
import { settings } from './settings.ts';

const token = { LED_PLAYER_TOKEN: 'a-token-of-players' };

describe('the settings of the screens', () => {
  it('name a strip and a hall screen when nothing is said', () => {
    expect(loadSettings(settings, token).SCREENS.map((s) => [s.id, s.kind, s.width, s.height])).toEqual([
      ['strip-station', 'strip', 384, 64],
      ['screen-hall', 'screen', 1920, 1080],
    ]);
  });

  it.each([
    ['is no JSON', '[', /SCREENS.*is no JSON/s],
    [
      'has two screens of one name',
      JSON.stringify([
        { id: 'a', title: 'a', kind: 'strip', width: 384, height: 64 },
        { id: 'a', title: 'b', kind: 'strip', width: 384, height: 64 },
      ]),
      /same id/,
    ],
    [
      'has a strip too narrow to read',
      JSON.stringify([{ id: 'a', title: 'a', kind: 'strip', width: 64, height: 16 }]),
      /twelve characters/,
    ],
  ])('stop the service when the list %s', (_what, list, words) => {
    expect(() => loadSettings(settings, { ...token, SCREENS: list })).toThrow(words);
  });
});
