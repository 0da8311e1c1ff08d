import { coverageFigures } from './figures/coverage.figures.ts';
import { figureLines, held } from './figures/figure.ts';
import { layoutFigures } from './figures/layout.figures.ts';
import { testFigures } from './figures/test.figures.ts';
import { sourceFiles } from './lib/source-files.ts';

const files = sourceFiles();
const coverage = coverageFigures();
const figures = [...layoutFigures(files), ...testFigures(files), ...coverage];
for (const figure of figures) console.log(figureLines(figure).join('\n'));
if (coverage.length === 0) console.log('· statements run by tests: not measured here; `npm test` does');
process.exitCode = figures.every(held) ? 0 : 1;
