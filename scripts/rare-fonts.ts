import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { rareFonts, type FontName } from '../packages/media/src/fonts/font.files.ts';
import { face, openFont } from '../packages/media/src/fonts/missing.glyphs.ts';
import { root, toolEnvironment } from './lib/project.mjs';
import { program, Trouble } from './lib/trouble.mjs';

/**
 * `npm run fonts`: makes the fonts in packages/media/fonts: of each source only the Han characters that the
 * packaged fonts, and the sources before it, lack. The sources are far too large to be installed everywhere;
 * they come from their packages, by version and SHA-512. Same packages, same bytes.
 */
const version = '0.4.3';
type Rare = (typeof rareFonts)[number];
interface Source {
  readonly family: string;
  readonly file: string;
  readonly sha512: string;
  /** What draws a character already. */
  readonly after: readonly FontName[];
}
const sources: Readonly<Record<Rare, Source>> = {
  'noto-sans-hk-rare': {
    family: 'noto-sans-hk',
    file: '500Medium/NotoSansHK_500Medium.ttf',
    sha512: 'jPBN2bE492eP4xPhUdmgbmYIOoqkzBPoF+upZYr9meQF3nuwY2ajmjMNtaSMrTlOXWV53td+ru/kFTcZ7/v7fg==',
    after: ['noto-sans-sc-medium'],
  },
  'noto-sans-jp-rare': {
    family: 'noto-sans-jp',
    file: '500Medium/NotoSansJP_500Medium.ttf',
    sha512: 'Fl+Z6vtD24HFAYsvzB0S9Nery1ly16B9PesdY0wBd+wEHAvkNglnkTUspU0HqGOubkmoa8zusJrKv6vDx1o70A==',
    after: ['noto-sans-sc-medium', 'noto-sans-hk-rare'],
  },
  'noto-serif-hk-rare': {
    family: 'noto-serif-hk',
    file: '400Regular/NotoSerifHK_400Regular.ttf',
    sha512: 'TgG8I1I1cH1ZdgyFGGnxMzT9OibnJCujD8ykmt5x3s4V8/xcSOLF8jhX9oNr2vFeADFlc1nf0Fn5L+/ZqWLy7Q==',
    after: ['noto-serif-sc-regular'],
  },
  'noto-serif-jp-rare': {
    family: 'noto-serif-jp',
    file: '400Regular/NotoSerifJP_400Regular.ttf',
    sha512: 'IxEWO9BPugsyuOf57Bx1qkR4J8EnGnF0ZPBBOPyFa1qJyfW8Dcuwn5OIGa9om+PhFO1/E1dQjZCygqaY6uAubg==',
    after: ['noto-serif-sc-regular', 'noto-serif-hk-rare'],
  },
};

const target = join(root, 'packages', 'media', 'fonts');

await program(async () => {
  mkdirSync(target, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-fonts-'));
  try {
    for (const name of rareFonts) {
      const { path, licence } = unpacked(folder, name);
      const bytes = await rareOf(name, readFileSync(path));
      writeFileSync(join(target, `${name}.ttf`), bytes);
      writeFileSync(join(target, `${name}.LICENSE.txt`), licence);
      console.log(`written: packages/media/fonts/${name}.ttf (${bytes.length} bytes)`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** @throws Trouble when the package is not the one that was looked at */
function unpacked(folder: string, name: Rare): { readonly path: string; readonly licence: string } {
  const { family, file, sha512 } = sources[name];
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, env: toolEnvironment(), encoding: 'utf8' });
  const archive = run('npm', 'pack', '--silent', `@expo-google-fonts/${family}@${version}`).trim();
  const found = createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64');
  if (found !== sha512) throw new Trouble(`${archive} has the SHA-512 ${found}, not ${sha512}.`);
  run('tar', 'xzf', archive, `package/${file}`, 'package/LICENSE_FONT');
  const at = (inside: string): string => join(folder, 'package', inside);
  return { path: at(file), licence: readFileSync(at('LICENSE_FONT'), 'utf8') };
}

async function rareOf(name: Rare, source: Buffer): Promise<Uint8Array> {
  const { after } = sources[name];
  const drawn = (codePoint: number): boolean =>
    after.some((font) => face(font).hasGlyphForCodePoint(codePoint));
  const rare = openFont(source).characterSet.filter(
    (codePoint) => /\p{Script=Han}/u.test(String.fromCodePoint(codePoint)) && !drawn(codePoint),
  );
  return subsetFont(source, String.fromCodePoint(...rare), {
    targetFormat: 'truetype',
    noLayoutClosure: true,
  });
}
