import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBounded } from './bounded.process.ts';
import { firstPage } from './pdf.pages.ts';

/**
 * What the office program may take the files of one run for. It is told by name: left to itself, it opens what
 * it does not know as plain text, and the picture would show the code of the file.
 */
const filters = { docx: 'MS Word 2007 XML', fodt: 'OpenDocument Text Flat XML' } as const;
export type OfficeKind = keyof typeof filters;

/**
 * LibreOffice, where a machine has it: it draws what only an office program can. One run at a time, each with
 * a profile of its own, which is gone afterwards.
 */
export class Office {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly program: string) {}

  /**
   * The first page of each file as a PNG, cut to what is drawn on it; null for each where the program is not
   * there, takes longer, or draws nothing.
   * @param within milliseconds for all of them, from now on: waiting for others counts
   */
  drawn(
    kind: OfficeKind,
    files: readonly Uint8Array[],
    within: number,
  ): Promise<readonly (Uint8Array | null)[]> {
    const until = performance.now() + within;
    const run = this.last.then(() => this.run(kind, files, until - performance.now()));
    this.last = run.catch(() => null);
    return run;
  }

  private async run(
    kind: OfficeKind,
    files: readonly Uint8Array[],
    within: number,
  ): Promise<readonly (Uint8Array | null)[]> {
    if (files.length === 0 || within <= 0) return files.map(() => null);
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-office-'));
    try {
      const named = await written(kind, files, folder);
      await runBounded(this.program, [...settings(kind, folder), ...named], within);
      return await Promise.all(files.map((_, n) => pageOf(join(folder, 'out', `${n}.pdf`))));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

const settings = (kind: OfficeKind, folder: string): readonly string[] => [
  '--headless',
  '--norestore',
  '--nolockcheck',
  `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
  `--infilter=${filters[kind]}`,
  '--convert-to',
  'pdf',
  '--outdir',
  join(folder, 'out'),
];

async function written(
  kind: OfficeKind,
  files: readonly Uint8Array[],
  folder: string,
): Promise<readonly string[]> {
  await mkdir(join(folder, 'out'));
  return Promise.all(
    files.map(async (bytes, n) => {
      const name = join(folder, `${n}.${kind}`);
      await writeFile(name, bytes);
      return name;
    }),
  );
}

/** What was not converted is not there; what cannot be drawn is no page. */
async function pageOf(name: string): Promise<Uint8Array | null> {
  try {
    return await firstPage(await readFile(name));
  } catch {
    return null;
  }
}
