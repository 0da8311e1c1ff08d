import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Ours, in `fonts/`: the characters that those lack, cut out of other packages by `npm run fonts`. */
export const rareFonts = [
  'noto-sans-hk-rare',
  'noto-sans-jp-rare',
  'noto-serif-hk-rare',
  'noto-serif-jp-rare',
] as const;
export type FontName = keyof typeof packaged | (typeof rareFonts)[number];

const isPackaged = (name: FontName): name is keyof typeof packaged => name in packaged;

/** The file as it is shipped; may be a WOFF. */
export const packagedFont = (name: FontName): string =>
  isPackaged(name)
    ? resolve(packaged[name])
    : fileURLToPath(new URL(`../../fonts/${name}.ttf`, import.meta.url));

/** A TTF or OTF file that every renderer can read. What must be unpacked first is kept in `cacheDir`. */
export function fontPath(name: FontName, options: { cacheDir?: string } = {}): string {
  const source = packagedFont(name);
  if (!source.endsWith('.woff')) return source;
  const woff = readFileSync(source);
  const id = createHash('sha256').update(woff).digest('hex').slice(0, 16);
  const target = join(options.cacheDir ?? cacheFolder(), name, `${name}-${id}.ttf`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  // Several processes may do this at once: each writes its own file, the last rename wins with the same
  // bytes.
  const part = `${target}.${process.pid}`;
  writeFileSync(part, unpackWoff(woff));
  renameSync(part, target);
  return target;
}
