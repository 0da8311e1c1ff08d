import { posix } from 'node:path';
import { sourceFiles } from '../lib/source-files.ts';
import { notice, type Generated } from './notice.ts';

const hub = 'services/hub/src';
const around = 'surroundings/';

/** A file of the hub: its path below `src/`, and its text. */
export interface HubFile {
  readonly path: string;
  readonly text: string;
}

/** `services/hub/src/subjects.registry.ts`: every subject of the hub, found by its `*.subject.ts`. */
export function hubSubjects(): Generated {
  const files = sourceFiles(hub).map(({ path, text }) => ({ path: path.slice(hub.length + 1), text }));
  return { path: `${hub}/subjects.registry.ts`, text: registryOf(files) };
}

/** @throws naming a surrounding that has no subject, or a subject that does not export itself by its name */
export function registryOf(files: readonly HubFile[]): string {
  const found = files
    .filter(({ path }) => path.endsWith('.subject.ts'))
    .map((file) => ({ path: file.path, name: nameOf(file) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const folder of foldersAround(files)) {
    const own = found.filter(({ path }) => path.startsWith(`${folder}/`));
    if (own.length !== 1)
      throw new Error(`${hub}/${folder} needs one *.subject.ts, it has ${own.length}; see http/subject.ts`);
  }
  const names = (ofSurroundings: boolean): string[] =>
    found.filter(({ path }) => path.startsWith(around) === ofSurroundings).map(({ name }) => name);
  return [
    `// ${notice}`,
    `import type { Screened } from './access/people/screens.ts';`,
    `import type { Subject } from './http/subject.ts';`,
    `import type { Surrounding } from './surroundings/surrounding.ts';`,
    ...found.map(({ path, name }) => `import { ${name} } from './${path}';`),
    '',
    list('floorSubjects', '(Subject & Screened)', names(false)),
    list('surroundings', 'Surrounding', names(true)),
    '',
  ].join('\n');
}

/** `surroundings/<folder>` of every file that lies in one. */
const foldersAround = (files: readonly HubFile[]): ReadonlySet<string> =>
  new Set(
    files
      .filter(({ path }) => path.startsWith(around) && path.split('/').length > 2)
      .map(({ path }) => path.split('/').slice(0, 2).join('/')),
  );

function nameOf({ path, text }: HubFile): string {
  const words = posix.basename(path, '.subject.ts').split('-');
  const name = `${words.map((w, n) => (n === 0 ? w : `${w.charAt(0).toUpperCase()}${w.slice(1)}`)).join('')}Subject`;
  if (!new RegExp(`^export const ${name}\\b`, 'm').test(text))
    throw new Error(`${hub}/${path} does not export a const ${name}`);
  return name;
}

const list = (name: string, type: string, items: readonly string[]): string =>
  `export const ${name}: readonly ${type}[] = [\n${items.map((item) => `  ${item},\n`).join('')}];`;
