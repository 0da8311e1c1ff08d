import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page of 200 × 100 points with a box of 40 × 20 in it; or with nothing. */
export const pageOf = (drawn: boolean): string => {
  const stream = drawn ? '0 0 0 rg 60 50 40 20 re f' : '';
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj',
    `4 0 obj<</Length ${stream.length}>>stream`,
    stream,
    'endstream endobj',
    'trailer<</Root 1 0 R>>',
  ].join('\n');
};

export interface OfficeTwin {
  readonly program: string;
  /** Where it writes what it did. */
  readonly folder: string;
}

/** A program that is called as an office program is, and does what `script` says; `$out` and `$@` are known. */
export function officeTwin(script: string): OfficeTwin {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-office-twin-'));
  const program = join(folder, 'soffice');
  const lines = [
    '#!/bin/sh',
    `folder=${folder}`,
    'while [ "$1" != "--outdir" ]; do shift; done',
    'out=$2; shift 2',
    script,
  ];
  writeFileSync(program, lines.join('\n'));
  chmodSync(program, 0o700);
  return { program, folder };
}

/** One that makes the same page of every file. */
export const drawingTwin = (drawn = true): OfficeTwin =>
  officeTwin(
    `for file in "$@"; do name=\${file##*/}\ncat > "$out/\${name%.*}.pdf" <<'END'\n${pageOf(drawn)}\nEND\ndone`,
  );

/** Is LibreOffice on this machine? Its own tests run where it is. */
export const hasOffice = spawnSync('sh', ['-c', 'command -v soffice']).status === 0;
