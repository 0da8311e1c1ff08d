import { describe, expect, it } from 'vitest';
import { registryOf, type HubFile } from './hub-subjects.ts';

const file = (path: string, text = ''): HubFile => ({ path, text });
const subject = (path: string, name: string): HubFile =>
  file(path, `export const ${name} = surrounding({});\n`);

const people = subject('access/people/people.subject.ts', 'peopleSubject');
const reports = subject('surroundings/reports/reports.subject.ts', 'reportsSubject');
const walls = subject('surroundings/town-walls/town-walls.subject.ts', 'townWallsSubject');

describe('the registry of subjects', () => {
  it('has every subject file, those of the floors apart from what stands on them, by path', () => {
    const text = registryOf([walls, reports, file('surroundings/reports/reports.service.ts'), people]);

    expect(text).toContain(`import { peopleSubject } from './access/people/people.subject.ts';`);
    expect(text).toContain('floorSubjects: readonly (Subject & Screened)[] = [\n  peopleSubject,\n];');
    expect(text).toContain(
      'surroundings: readonly Surrounding[] = [\n  reportsSubject,\n  townWallsSubject,\n];',
    );
  });

  it('is the same in whatever order the files are found', () => {
    expect(registryOf([people, walls, reports])).toBe(registryOf([reports, people, walls]));
  });

  it('counts no file that lies beside the folders of the surroundings', () => {
    const kit = file('surroundings/surrounding.ts');
    expect(registryOf([kit, people, reports])).toBe(registryOf([people, reports]));
  });

  it('refuses a folder among the surroundings that has no subject', () => {
    const lost = file('surroundings/fountain/fountain.service.ts');
    expect(() => registryOf([reports, lost])).toThrow(
      /surroundings\/fountain needs one \*\.subject\.ts, it has 0/,
    );
  });

  it('refuses a folder with two of them', () => {
    const second = subject('surroundings/reports/figures.subject.ts', 'figuresSubject');
    expect(() => registryOf([reports, second])).toThrow(/surroundings\/reports needs one .* it has 2/);
  });

  it('refuses a subject that goes by another name than its file', () => {
    const odd = subject('surroundings/reports/reports.subject.ts', 'reportSubject');
    expect(() => registryOf([odd])).toThrow(/reports\.subject\.ts does not export a const reportsSubject/);
  });
});
