import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { cacheFolder } from './cache.folder.ts';
import { unpackWoff } from './woff.ts';

const { resolve } = createRequire(import.meta.url);

/** From packages, whole. */
const packaged = {
  'noto-sans-sc-light': '@expo-google-fonts/noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
  'noto-sans-sc-medium': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'noto-sans-sc-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'noto-serif-sc-regular': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  unifont: '@fontsource/unifontex/files/unifontex-latin-400-normal.woff',
} as const;

/**
 * Ours, in `fonts/`: the characters that those lack, cut out of other packages by `npm run fonts`. The largest
 * are kept compressed (ADR 30).
 */
const cut = {
  'noto-sans-hk-rare': 'noto-sans-hk-rare.ttf',
  'noto-sans-jp-rare': 'noto-sans-jp-rare.ttf',
  'noto-serif-hk-rare': 'noto-serif-hk-rare.ttf',
  'noto-serif-jp-rare': 'noto-serif-jp-rare.ttf',
  'hanazono-a-rare': 'hanazono-a-rare.ttf.br',
  'hanazono-b-rare': 'hanazono-b-rare.ttf.br',
} as const;
export type RareFont = keyof typeof cut;
export const rareFonts = Object.keys(cut) as readonly RareFont[];
export type FontName = keyof typeof packaged | RareFont;

const isPackaged = (name: FontName): name is keyof typeof packaged => name in packaged;

/** The file as it is shipped; may be a WOFF, or compressed. */
export const packagedFont = (name: FontName): string =>
  isPackaged(name)
    ? resolve(packaged[name])
    : fileURLToPath(new URL(`../../fonts/${cut[name]}`, import.meta.url));

/** How a shipped file is made one that every renderer reads, by the end of its name. */
const unpacking: Readonly<Record<string, (shipped: Buffer) => Uint8Array>> = {
  '.woff': unpackWoff,
  '.br': (shipped) => brotliDecompressSync(shipped),
};

/** A TTF or OTF file that every renderer can read. What must be unpacked first is kept in `cacheDir`. */
export function fontPath(name: FontName, options: { cacheDir?: string } = {}): string {
  const source = packagedFont(name);
  const unpack = unpacking[extname(source)];
  if (unpack === undefined) return source;
  const shipped = readFileSync(source);
  const id = createHash('sha256').update(shipped).digest('hex').slice(0, 16);
  const target = join(options.cacheDir ?? cacheFolder(), name, `${name}-${id}.ttf`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  // Several processes may do this at once: each writes its own file, the last rename wins with the same
  // bytes.
  const part = `${target}.${process.pid}`;
  writeFileSync(part, unpack(shipped));
  renameSync(part, target);
  return target;
}
