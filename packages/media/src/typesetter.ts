import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { cacheFolder } from './fonts/cache.folder.ts';
import { fontPath, rareFonts, type FontName } from './fonts/font.files.ts';
import { hideSystemFonts } from './fonts/quiet.fontconfig.ts';
import { declareUniversal } from './pdf.universal.ts';

/**
 * `data` reaches the template as inert JSON (`data.json`): no word in it is ever read as markup. `files` lie
 * beside it.
 */
export interface Job {
  readonly template: string;
  readonly data: unknown;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}
export interface Typeset {
  readonly pages: number;
  /** Values of the metadata that the template put under a label, in the order of the text. */
  said(label: string): readonly unknown[];
  /**
   * PDF/A-2a and PDF/UA-1, reproducible: `created` (seconds since 1970) is the only date in it.
   * @throws Error for a character no font has
   */
  pdf(created: number): Uint8Array;
  /** Pages one under the other without a gap. Glyphs are paths, so that no font is needed to draw it. */
  svg(): string;
}

const fonts: readonly FontName[] = [
  'noto-sans-sc-medium',
  'noto-sans-sc-bold',
  'noto-serif-sc-regular',
  'noto-serif-sc-bold',
  'unifont',
  ...rareFonts,
];
const compilesBetweenEvictions = 50;

let compiler: Promise<NodeCompiler> | null = null;
let compiles = 0;

/** Loads the typesetter on first use. Work with the result before the next call: both share one compiler. */
export async function loadTypesetter(): Promise<(job: Job) => Typeset> {
  compiler ??= create();
  const typst = await compiler;
  return (job) => typeset(typst, job);
}

const workspace = (): string => join(cacheFolder(), 'typst');

async function create(): Promise<NodeCompiler> {
  hideSystemFonts();
  mkdirSync(workspace(), { recursive: true });
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return NodeCompiler.create({
    workspace: workspace(),
    fontArgs: [{ fontPaths: [...new Set(fonts.map((name) => dirname(fontPath(name))))] }],
  });
}

function typeset(typst: NodeCompiler, { template, data, files = {} }: Job): Typeset {
  compiles += 1;
  if (compiles % compilesBetweenEvictions === 0) typst.evictCache(10);
  typst.resetShadow();
  typst.mapShadow(join(workspace(), 'data.json'), Buffer.from(JSON.stringify(data)));
  for (const [name, bytes] of Object.entries(files))
    typst.mapShadow(join(workspace(), name), Buffer.from(bytes));
  const compiled = typst.compile({ mainFileContent: template, resetRead: true });
  const document: NodeTypstDocument | null = compiled.result;
  if (document === null)
    throw new Error(`cannot be typeset: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return {
    pages: document.numOfPages,
    said: (label) => typst.query(document, { selector: `<${label}>`, field: 'value' }) as readonly unknown[],
    pdf: (created) =>
      declareUniversal(typst.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: created })),
    svg: () => typst.plainSvg(document),
  };
}
