import type { WarningFacts } from '@towncrier/contracts';
import { escapeHtml, tag } from './markup.ts';
import { hazardOf } from '../reading/warning.ts';
import { warningLevels, weatherHazards } from '../reading/warning.levels.ts';

/** Side of a sign, in its own units; it scales. */
const side = 200;
const middle = side / 2;
/** Longest hazard (characters) that a sign has room for; a longer one is said beside it. */
const hazardMost = 6;

/**
 * A sign of a warning as SVG: a square in the colour of its level, what it warns of above, its level below in
 * Chinese and English, as the order of the national signals has them. Drawn by the house, without any artwork of
 * others; colours stand in attributes, since pages forbid inline style.
 */
export function warningSign({ level, event }: Pick<WarningFacts, 'level' | 'event'>): string {
  const { short, colour, paper, ink } = warningLevels[level];
  const hazard = hazardOf(event);
  const shown = [...hazard].length <= hazardMost ? hazard : '';
  const english = weatherHazards[hazard] ?? '';
  const line = (text: string, y: number, size: number): string =>
    text === ''
      ? ''
      : tag(
          'text',
          {
            x: String(middle),
            y: String(y),
            fill: ink,
            'font-family': 'sans-serif',
            'font-size': String(size),
            'font-weight': '700',
            'text-anchor': 'middle',
          },
          escapeHtml(text),
        );
  const ground = { x: '4', y: '4', width: '192', height: '192', rx: '16', fill: paper };
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${side} ${side}`,
      width: '96',
      height: '96',
      role: 'img',
      'aria-label': `${hazard}${short}`,
    },
    tag('rect', { ...ground, stroke: ink, 'stroke-width': '4' }),
    line(shown, 72, shown.length > 4 ? 30 : 42),
    line(english, 98, 18),
    line('预警', 138, 34),
    line(`${colour.zh} ${colour.en}`.trim(), 178, 28),
  );
}
