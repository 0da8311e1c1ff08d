import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.tools', '.cache', '.data', '.turbo']);
const binary = /\.(png|jpe?g|gif|webp|woff2?|ttf|otf|pdf|ico|wasm|gz|bin)$/;

/** Every text file that belongs to the project, by path from its root. */
export function sourceFiles(folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return sourceFiles(path);
    if (!entry.isFile() || binary.test(entry.name)) return [];
    const text = readFileSync(join(root, path), 'utf8');
    return [{ path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }];
  });
}
