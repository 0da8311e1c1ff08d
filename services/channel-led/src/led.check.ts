import type { Edition, Problem } from '@towncrier/contracts';
import { missingGlyphs } from '@towncrier/media';
import { checkLed, renderLed } from './render/led.pages.ts';
import { oneOfEachShape, profileOf } from './screen.profile.ts';
import type { Screen } from './settings.ts';

/**
 * Whether every screen can show it: the words fit, and the fonts have every character. Each complaint once.
 */
export function checkScreens(edition: Edition, screens: readonly Screen[]): readonly Problem[] {
  const problems = oneOfEachShape(screens).flatMap((screen) => {
    const found = checkLed(edition, profileOf(screen));
    return found.length > 0 ? found : [...undrawable(edition, screen)];
  });
  return [
    ...new Map(
      problems.map((problem) => [`${problem.field} ${problem.message}`, { channel: 'led', ...problem }]),
    ).values(),
  ];
}

function undrawable(edition: Edition, screen: Screen): readonly Omit<Problem, 'channel'>[] {
  const { text } = renderLed(edition, profileOf(screen));
  const missing =
    screen.kind === 'strip'
      ? missingGlyphs(text, 'unifont')
      : missingGlyphs(text, 'unifont', 'noto-sans-sc-bold');
  if (missing.length === 0) return [];
  return [
    {
      field: 'title',
      message: `屏幕字库没有“${missing.join('”“')}”字。`,
      remedy: '请在短标题和摘要中换用同音字并注明，或去掉该字符。',
    },
  ];
}
