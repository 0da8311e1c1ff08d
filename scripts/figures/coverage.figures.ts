import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from '../lib/project.mjs';
import type { Figure } from './figure.ts';

/** Where `npm test` leaves what it measured. */
const summary = join(root, '.cache', 'coverage', 'coverage-summary.json');

interface Part {
  readonly statements: { readonly pct: number; readonly total: number; readonly covered: number };
}

/** Statements that unit, integration and conformance tests ran; none when the tests have not been run here. */
export function coverageFigures(): readonly Figure[] {
  if (!existsSync(summary)) return [];
  const { total, ...files } = readJson(summary) as Readonly<Record<string, Part>>;
  if (total === undefined) return [];
  const missed = Object.entries(files)
    .map(([path, { statements }]) => ({ path, left: statements.total - statements.covered }))
    .toSorted((a, b) => b.left - a.left)
    .map(({ path, left }) => `${path.replace(`${root}/`, '')}: ${left} statements never ran`);
  return [
    {
      name: 'statements run by tests',
      value: total.statements.pct,
      bound: { least: 90 },
      unit: ' %',
      worst: missed,
    },
  ];
}
