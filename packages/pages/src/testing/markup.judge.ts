import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const archive = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');

const verdict = z.object({
  messages: z.array(z.object({ url: z.string(), message: z.string(), extract: z.string().optional() })),
});

/**
 * What the Nu Html Checker finds wrong with these pages (name → HTML), with the name of the page; none for sound
 * ones. It needs Java 17.
 */
export async function faultsOfMarkup(pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-markup-'));
  try {
    const names = [...pages.keys()];
    const files = names.map((_, n) => join(folder, `${n}.html`));
    await Promise.all(names.map((name, n) => writeFile(files[n] ?? '', pages.get(name) ?? '')));
    const asked = ['--format', 'json', '--errors-only', '--exit-zero-always', ...files];
    const { stderr } = await run('java', ['-jar', archive(), ...asked], { maxBuffer: 64 * 1024 * 1024 });
    return verdict.parse(JSON.parse(stderr)).messages.map(({ url, message, extract = '' }) => {
      const name = names[Number(basename(url, '.html'))] ?? url;
      return `${name}: ${message} ${extract.trim()}`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
