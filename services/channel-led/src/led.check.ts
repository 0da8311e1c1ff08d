import { withGaps } from '@towncrier/content';
import type { Edition, Problem } from '@towncrier/contracts';
import { codePointOf, fontChains, missingGlyphs } from '@towncrier/media';
import { checkLed, renderLed } from './render/led.pages.ts';
import { profileOf, shapeNamed, type Shape } from './screen.shape.ts';

/**
 * Whether screens of every form can show it: the words fit, and the fonts have every character. Each complaint once.
 */
export function checkScreens(edition: Edition, forms: readonly string[]): readonly Problem[] {
  const problems = forms.map(shapeNamed).flatMap((shape) => {
    const found = checkLed(edition, profileOf(shape));
    return found.length > 0 ? found : [...undrawable(edition, shape)];
  });
  return [
    ...new Map(
      problems.map((problem) => [`${problem.field} ${problem.message}`, { channel: 'led', ...problem }]),
    ).values(),
  ];
}

/** What is urgent is drawn with a gap (〓) for every character that the fonts lack. */
export const drawable = (edition: Edition, shape: Shape): Edition =>
  edition.urgent === true
    ? withGaps(edition, [...lacking(textOf(edition, shape), shape), ...lacking(issuerOf(edition), shape)])
    : edition;

const textOf = (edition: Edition, shape: Shape): string => renderLed(edition, profileOf(shape)).text;
const issuerOf = ({ content }: Edition): string => content.header.issuer;

function lacking(text: string, shape: Shape): readonly string[] {
  return missingGlyphs(text, ...fontChains[shape.kind]);
}

function undrawable(edition: Edition, shape: Shape): readonly Omit<Problem, 'channel'>[] {
  const missing = edition.urgent === true ? [] : lacking(textOf(edition, shape), shape);
  if (missing.length === 0) return [];
  return [
    {
      field: 'title',
      message: `屏幕字库没有${missing.map(codePointOf).join('、')}字。`,
      remedy: '请在短标题和摘要中换用同音字并注明，或去掉该字符。',
    },
  ];
}
