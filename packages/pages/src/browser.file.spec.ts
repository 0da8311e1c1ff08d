import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserFile } from './browser.file.ts';

describe('a file for the browser', () => {
  let folder: string;
  const at = (module: string): string => pathToFileURL(join(folder, module)).href;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'towncrier-pages-'));
    mkdirSync(join(folder, 'dist', 'browser'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'browser', 'page.css'), 'a{color:red}\n');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is the same for the sources, the twin and the built package', () => {
    for (const module of ['src/a.ts', 'twin/a.ts', 'dist/a.js', 'dist/src/a.js', 'dist/twin/a.js'])
      expect(browserFile(at(module), 'page.css'), module).toBe('a{color:red}');
  });

  it('that was not built names the command that builds it', () => {
    expect(() => browserFile(at('src/a.ts'), 'player.js')).toThrow('npm run build');
  });
});
