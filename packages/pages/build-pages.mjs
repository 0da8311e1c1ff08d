#!/usr/bin/env node
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

/**
 * Builds what a package has in `browser/` into `dist/browser/`, each file complete in itself:
 * `NAME.program.ts` becomes `NAME.js`, `NAME.css` stays `NAME.css`. Files with other names are their parts.
 * Run in the package's folder, as part of its build.
 */
const from = 'browser';
const to = join('dist', 'browser');

/**
 * Boxes behind screens, phones at a hotspot and county machines keep the browser they came with. With this
 * target a page is drawn right and a program at least starts and says in words what it misses.
 */
const target = 'chrome67';

/** @type {import('vite').InlineConfig} */
const common = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: { conditions: ['@towncrier/source', 'module', 'browser', 'import', 'default'] },
};
/** @type {import('vite').BuildOptions} */
const output = { target, cssTarget: target, outDir: to, emptyOutDir: false, modulePreload: false };

const names = readdirSync(from).sort();
rmSync(to, { recursive: true, force: true });
for (const file of names.filter((name) => name.endsWith('.program.ts'))) {
  const fileName = () => `${basename(file, '.program.ts')}.js`;
  const entry = join(from, file);
  await build({
    ...common,
    build: { ...output, lib: { entry, formats: ['iife'], name: 'program', fileName } },
  });
}
const sheets = names.filter((name) => /^[^.]+\.css$/.test(name));
if (sheets.length > 0)
  await build({
    ...common,
    build: {
      ...output,
      rolldownOptions: {
        input: sheets.map((name) => join(from, name)),
        output: { assetFileNames: '[name].[ext]' },
      },
    },
  });
