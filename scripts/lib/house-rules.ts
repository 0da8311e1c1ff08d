import type { SourceFile } from './source-files.ts';

/** Code a person writes and reads; generated and recorded files are none. */
const isCode = (path: string): boolean =>
  /\.(ts|tsx|mts|mjs)$/.test(path) && !/\/fixtures\/|\.generated\.ts$/.test(path);
const isTest = (path: string): boolean =>
  /\.(spec|bench)\.tsx?$|\/(test|testing|bench)\/|^packages\/(e2e|channel-testkit)\//.test(path);
const isShipped = (path: string): boolean => /^(contracts|packages|services)\//.test(path) && isCode(path);

interface Rule {
  readonly name: string;
  readonly applies: (path: string) => boolean;
  /** What is wrong with the file, one entry per fault. */
  readonly faults: (file: SourceFile) => readonly string[];
}

const lineNumbers = (text: string, pattern: RegExp): number[] =>
  text.split('\n').flatMap((line, i) => (pattern.test(line) ? [i + 1] : []));
const noMatch =
  (pattern: RegExp, words: string) =>
  ({ text }: SourceFile): string[] =>
    lineNumbers(text, pattern).map((line) => `line ${line}: ${words}`);

/** What people are trusted with, and how far a thing has come: the hub decides on these, and says what follows. */
const roleNames =
  /'([a-z]+-reviewer|duty-officer|disclosure-officer|(system|security|audit)-admin|supervisor|auditor|publisher|operator)'/;
const stateNames =
  /'(draft|submitted|in-review|secrecy-review|awaiting-confirmation|approved|scheduled|repealed|correction-asked|consulting|handling)'/;
/** `standing` and `liaison` are unions told apart by their state: that is how they are read, not a decision. */
const stateCompared = /(?<!standing|liaison)\.state\s*[!=]==/;
/** The one table of the console by state: colours. */
const displayTable = 'services/console/src/frame/colours.ts';
const isConsole = (path: string): boolean =>
  /^services\/console\/src\/.*\.tsx?$/.test(path) &&
  !/\.generated\.ts$|\/testing\//.test(path) &&
  !isTest(path);

export const fileRules: readonly Rule[] = [
  {
    name: 'names',
    applies: (path) => isCode(path) || path.endsWith('.md'),
    faults: ({ path }) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.[^/]*$)/i.test(path) ? ['call it after its one idea'] : [],
  },
  {
    name: 'kebab-case',
    applies: (path) => isShipped(path),
    faults: ({ path }) =>
      /[A-Z]/.test(path.split('/').at(-1) ?? '') ? ['file names are kebab-case, role last'] : [],
  },
  {
    name: 'subjects',
    applies: (path) =>
      isCode(path) && path !== 'contracts/src/subjects.ts' && !path.startsWith('scripts/lib/house-rules'),
    faults: noMatch(
      /['"`](towncrier\.(release|delivery|command|dead|ask)\.|TOWNCRIER_(RELEASES|DELIVERIES|COMMANDS|DEAD)\b)/,
      'subject and stream names are written in contracts/src/subjects.ts only',
    ),
  },
  {
    name: 'environment',
    applies: (path) => isShipped(path) && !isTest(path) && !path.startsWith('packages/settings/src/'),
    faults: noMatch(/process\.env\b/, 'packages/settings is the one reader of the environment'),
  },
  {
    name: 'operations',
    applies: (path) => isCode(path) && !path.includes('.spec.') && !path.startsWith('scripts/'),
    faults: ({ text }) =>
      // Ours are lower-case words; a broker's `PUT` is another matter.
      lineNumbers(text, /\boperation\s*[!=]==\s*'[a-z]/).map(
        (line) =>
          `line ${line}: ask operationRules of the contracts, which the compiler knows to be complete`,
      ),
  },
  {
    name: 'casts',
    applies: (path) => isCode(path) && !path.startsWith('scripts/lib/house-rules'),
    faults: ({ text }) =>
      lineNumbers(
        text.replace(/\s+as\s+unknown\s+as\s/g, (gap) => `${gap.replace(/[^\n]/g, '')}\u0000`),
        /\u0000/,
      ).map(
        (line) =>
          `line ${line}: take the type from a schema, or narrow the value; this cast hides what is wrong`,
      ),
  },
  {
    name: 'secrets',
    applies: (path) => isCode(path) && !/^(packages\/secrets\/|scripts\/lib\/house-rules)/.test(path),
    faults: noMatch(/\btimingSafeEqual\b/, 'compare secrets with sameSecret of @towncrier/secrets'),
  },
  {
    name: 'barrels',
    applies: (path) => isShipped(path),
    faults: noMatch(/^export \* from/, 'list the names'),
  },
  {
    name: 'default exports',
    applies: (path) => isShipped(path) && !path.endsWith('.config.ts'),
    faults: noMatch(/^export default\b/, 'export it by name'),
  },
  {
    name: 'console roles',
    applies: isConsole,
    faults: noMatch(roleNames, 'the hub says what a person may do: read the steps of the view'),
  },
  {
    name: 'console states',
    applies: (path) => isConsole(path) && path !== displayTable,
    faults: ({ text }) =>
      [stateNames, stateCompared].flatMap((pattern) =>
        lineNumbers(text, pattern).map(
          (line) =>
            `line ${line}: the hub says what follows from a state; its colour stands in frame/colours.ts`,
        ),
      ),
  },
  {
    name: 'machine paths',
    applies: (path) => !path.startsWith('scripts/lib/house-rules') && path !== 'pnpm-lock.yaml',
    faults: noMatch(/(^|[\s'"`(=:])\/(work|root|home\/[a-z]+|Users\/[a-z]+)\//, 'no path of one machine'),
  },
  {
    name: 'registries',
    applies: (path) => /(^|\/)(package\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc)$/.test(path),
    faults: noMatch(
      /(tarball:\s*http|registry\s*[:=]\s*\S*https?:|https?:\/\/[^\s"']*(registry|artifactory|nexus|mirror)[^\s"']*\/)/,
      'no registry host in committed files',
    ),
  },
];

/** Every channel is one folder with everything in it. */
export function channelFaults(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map((f) => f.path));
  const folders = [
    ...new Set(files.flatMap((f) => /^services\/channel-[^/]+/.exec(f.path)?.[0] ?? [])),
  ].filter((folder) => paths.has(`${folder}/package.json`));
  const missing = folders.flatMap((folder) =>
    [
      'README.md',
      'src/channel.ts',
      'src/collections.ts',
      'src/main.ts',
      'src/settings.ts',
      'twin/twin.ts',
      'test/conformance.spec.ts',
    ]
      .filter((file) => !paths.has(`${folder}/${file}`))
      .map((file) => `${folder}: has no ${file}`),
  );
  const ports = folders.map((folder) => ({ folder, port: portOf(files, folder) }));
  const bad = ports
    .filter(({ port }) => port === null || !Number.isInteger(port) || port < 11 || port > 30)
    .map(({ folder, port }) => `${folder}: towncrier.port is ${port}; choose a free number from 11 to 30`);
  const twice = ports
    .filter((a, i) => a.port !== null && ports.findIndex((b) => b.port === a.port) !== i)
    .map(({ folder, port }) => `${folder}: port ${port} is taken by another channel`);
  return [...missing, ...bad, ...twice];
}

function portOf(files: readonly SourceFile[], folder: string): number | null {
  const manifest = JSON.parse(files.find((f) => f.path === `${folder}/package.json`)?.text ?? '{}') as {
    towncrier?: { port?: number };
  };
  return manifest.towncrier?.port ?? null;
}
