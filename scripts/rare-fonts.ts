import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import subsetFont from 'subset-font';
import {
  rareFonts,
  packagedFont,
  type FontName,
  type RareFont,
} from '../packages/media/src/fonts/font.files.ts';
import { face, openFont } from '../packages/media/src/fonts/missing.glyphs.ts';
import { root, toolEnvironment } from './lib/project.mjs';
import { program, Trouble } from './lib/trouble.mjs';

/**
 * `npm run fonts`: makes the fonts in packages/media/fonts: of each source only the Han characters that the
 * packaged fonts, and the sources before it, lack. The sources are far too large to be installed everywhere;
 * they come from their packages, by version and SHA-512. Same packages, same bytes. Hanazono is packaged by
 * Debian alone: this runs where `apt-get` and `dpkg` are.
 */
interface Source {
  /** The name of the archive that then lies in the folder. */
  readonly fetch: (run: Run) => string;
  readonly open: (run: Run, archive: string) => void;
  /** In the opened archive, as `licence`. */
  readonly file: string;
  readonly licence: string;
  /** Of the archive, in Base64. */
  readonly sha512: string;
  /** What draws a character already; `whole`: nothing is cut. */
  readonly after: readonly FontName[] | 'whole';
}
const sources: Readonly<Record<RareFont, Source>> = {
  'noto-sans-hk-rare': {
    ...noto('noto-sans-hk', '500Medium/NotoSansHK_500Medium.ttf'),
    sha512: 'jPBN2bE492eP4xPhUdmgbmYIOoqkzBPoF+upZYr9meQF3nuwY2ajmjMNtaSMrTlOXWV53td+ru/kFTcZ7/v7fg==',
    after: ['noto-sans-sc-medium'],
  },
  'noto-sans-jp-rare': {
    ...noto('noto-sans-jp', '500Medium/NotoSansJP_500Medium.ttf'),
    sha512: 'Fl+Z6vtD24HFAYsvzB0S9Nery1ly16B9PesdY0wBd+wEHAvkNglnkTUspU0HqGOubkmoa8zusJrKv6vDx1o70A==',
    after: ['noto-sans-sc-medium', 'noto-sans-hk-rare'],
  },
  'noto-serif-hk-rare': {
    ...noto('noto-serif-hk', '400Regular/NotoSerifHK_400Regular.ttf'),
    sha512: 'TgG8I1I1cH1ZdgyFGGnxMzT9OibnJCujD8ykmt5x3s4V8/xcSOLF8jhX9oNr2vFeADFlc1nf0Fn5L+/ZqWLy7Q==',
    after: ['noto-serif-sc-regular'],
  },
  'noto-serif-jp-rare': {
    ...noto('noto-serif-jp', '400Regular/NotoSerifJP_400Regular.ttf'),
    sha512: 'IxEWO9BPugsyuOf57Bx1qkR4J8EnGnF0ZPBBOPyFa1qJyfW8Dcuwn5OIGa9om+PhFO1/E1dQjZCygqaY6uAubg==',
    after: ['noto-serif-sc-regular', 'noto-serif-hk-rare'],
  },
  'hanazono-a-rare': {
    ...hanazono('HanaMinA.ttf'),
    after: ['noto-serif-sc-regular', 'noto-serif-hk-rare', 'noto-serif-jp-rare'],
  },
  // nearly all of it is rare, and it is too large for the tool that cuts
  'hanazono-b-rare': { ...hanazono('HanaMinB.ttf'), after: 'whole' },
};

const target = join(root, 'packages', 'media', 'fonts');

await program(async () => {
  mkdirSync(target, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-fonts-'));
  try {
    for (const name of rareFonts) {
      const { path, licence } = unpacked(folder, name);
      const file = packagedFont(name);
      const bytes = shipped(file, await rareOf(name, readFileSync(path)));
      writeFileSync(file, bytes);
      writeFileSync(join(target, `${name}.LICENSE.txt`), licence);
      console.log(`written: ${relative(root, file)} (${bytes.length} bytes)`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

type Run = (command: string, ...args: readonly string[]) => string;

/** @throws Trouble when the package is not the one that was looked at */
function unpacked(folder: string, name: RareFont): { readonly path: string; readonly licence: string } {
  const { fetch, open, file, licence, sha512 } = sources[name];
  const run: Run = (command, ...args) =>
    execFileSync(command, args, { cwd: folder, env: toolEnvironment(), encoding: 'utf8' });
  const archive = fetch(run);
  const found = createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64');
  if (found !== sha512) throw new Trouble(`${archive} has the SHA-512 ${found}, not ${sha512}.`);
  open(run, archive);
  return { path: join(folder, file), licence: readFileSync(join(folder, licence), 'utf8') };
}

function noto(family: string, file: string) {
  return {
    fetch: (run: Run) => run('npm', 'pack', '--silent', `@expo-google-fonts/${family}@0.4.3`).trim(),
    open: (run: Run, archive: string) => run('tar', 'xzf', archive),
    file: `package/${file}`,
    licence: 'package/LICENSE_FONT',
  };
}

function hanazono(file: string) {
  const version = '20170904-2.1';
  return {
    fetch: (run: Run) => {
      run('apt-get', 'download', `fonts-hanazono=${version}`);
      return `fonts-hanazono_${version}_all.deb`;
    },
    open: (run: Run, archive: string) => run('dpkg', '-x', archive, '.'),
    file: `usr/share/fonts/truetype/hanazono/${file}`,
    licence: 'usr/share/doc/fonts-hanazono/copyright',
    sha512: 'n+JdZ4cdxj85NUUYDI4J3gmW0BXJlh242tmuOuCfi7WxRrdDDZgjh7sXIVeTPP7wQ1omOrjA9160s2byx/x7MA==',
  };
}

async function rareOf(name: RareFont, source: Buffer): Promise<Uint8Array> {
  const { after } = sources[name];
  if (after === 'whole') return source;
  const drawn = (codePoint: number): boolean =>
    after.some((font) => face(font).hasGlyphForCodePoint(codePoint));
  const rare = openFont(source)
    .characterSet.map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => /\p{Script=Han}/u.test(character) && !drawn(character.codePointAt(0) ?? 0));
  return subsetFont(source, rare.join(''), { targetFormat: 'truetype', noLayoutClosure: true });
}

/** As it is shipped: compressed where its name says so. */
function shipped(file: string, font: Uint8Array): Uint8Array {
  if (!file.endsWith('.br')) return font;
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: font.length };
  return brotliCompressSync(font, { params });
}
