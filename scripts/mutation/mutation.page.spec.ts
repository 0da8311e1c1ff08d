import { describe, expect, it } from 'vitest';
import { mutationPage, scoresOf } from './mutation.page.ts';

const mutants = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) });

describe('the table of mutations', () => {
  it('counts a mutant that no spec reached as missed, and one that never ends as noticed', () => {
    const scores = scoresOf({
      files: { 'b.ts': mutants('Killed', 'Timeout', 'Survived', 'NoCoverage'), 'a.ts': mutants('Killed') },
    });
    expect(scores).toEqual([
      { path: 'a.ts', noticed: 1, missed: 0 },
      { path: 'b.ts', noticed: 2, missed: 2 },
    ]);
  });

  it('leaves out what was not tried: ignored mutants, and those that do not compile', () => {
    expect(scoresOf({ files: { 'a.ts': mutants('Ignored', 'CompileError', 'RuntimeError') } })).toEqual([]);
  });

  it('sums the shares over mutants, not over files', () => {
    const page = mutationPage(
      [
        { path: 'a.ts', noticed: 1, missed: 0 },
        { path: 'b.ts', noticed: 0, missed: 3 },
      ],
      new Date('2026-11-28T00:00:00Z'),
    );
    expect(page).toContain('| a.ts | 1 | 1 | 100.0 % |');
    expect(page).toContain('| **all** | 4 | 1 | 25.0 % |');
    expect(page).toContain('2026-11-28');
  });
});
