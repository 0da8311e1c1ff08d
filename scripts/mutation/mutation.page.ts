/** What became of the mutants of one file. */
export interface Score {
  readonly path: string;
  /** A spec failed, or ran without end. */
  readonly noticed: number;
  /** Every spec stayed green, or none came by. */
  readonly missed: number;
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const noticed = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

/** Scores by file, from a report in the format of mutation-testing-elements. */
export function scoresOf({ files }: Report): readonly Score[] {
  return Object.entries(files)
    .map(([path, { mutants }]) => ({
      path,
      noticed: mutants.filter(({ status }) => noticed.includes(status)).length,
      missed: mutants.filter(({ status }) => missed.includes(status)).length,
    }))
    .filter((score) => score.noticed + score.missed > 0)
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/** The table for docs/benchmarks. */
export function mutationPage(scores: readonly Score[], on: Date): string {
  const sum = (key: 'noticed' | 'missed'): number => scores.reduce((total, score) => total + score[key], 0);
  const row = ({ path, ...score }: Score): string =>
    `| ${path} | ${score.noticed + score.missed} | ${score.noticed} | ${percent(score)} % |`;
  return [
    '# Mutation',
    '',
    'Made by `npm run mutation`: a decision is changed, and a spec that is worth its lines fails.',
    `Goal: 85 % noticed. ${on.toISOString().slice(0, 10)}.`,
    '',
    '| file | mutants | noticed | share |',
    '|---|---|---|---|',
    ...scores.map(row),
    row({ path: '**all**', noticed: sum('noticed'), missed: sum('missed') }),
    '',
  ].join('\n');
}

const percent = ({ noticed: some, missed: others }: Omit<Score, 'path'>): string =>
  ((100 * some) / Math.max(1, some + others)).toFixed(1);
