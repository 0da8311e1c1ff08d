import { fontChains } from '../../packages/media/src/fonts/font.chains.ts';
import { missingGlyphs } from '../../packages/media/src/fonts/missing.glyphs.ts';
import { characterSets } from './character.sets.ts';
import { notice, type Generated } from './notice.ts';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const thousands = (count: number): string => count.toLocaleString('en');

/** docs/fonts.md: how many characters of which set each surface draws, asked of the fonts themselves. */
export function fontsPage(): Generated {
  const surfaces = Object.entries(fontChains);
  const rows = characterSets.map(({ title, characters }) => {
    const text = characters.join('');
    const drawn = surfaces.map(([, chain]) =>
      thousands(characters.length - missingGlyphs(text, ...chain).length),
    );
    return row(title, thousands(characters.length), ...drawn);
  });
  const text = [
    `<!-- ${notice} -->`,
    '',
    '# Which characters are drawn',
    '',
    'Sheets of paper, full-colour screens with covers, and strips of dots are drawn with our own fonts. The first',
    'of its chain that has a character draws it; what none has is refused with its code point (an urgent notice',
    'shows 〓 instead and says so). Web pages, posts and messages are drawn by the fonts of whoever reads them.',
    '',
    ...surfaces.map(([surface, chain]) => `- ${surface}: ${chain.join(', ')}`),
    '',
    'The fonts named rare hold what the packaged ones lack; `npm run fonts` cuts them out of Noto Sans and Serif HK',
    'and JP (SIL OFL 1.1) and of Hanazono Mincho (Hanazono Font License), see [ADR 30](adr/0030-every-character-of-a-name.md).',
    '',
    row('set', 'characters', ...surfaces.map(([surface]) => surface)),
    row('---', ...surfaces.map(() => '---:'), '---:'),
    ...rows,
    '',
  ].join('\n');
  return { path: 'docs/fonts.md', text };
}
