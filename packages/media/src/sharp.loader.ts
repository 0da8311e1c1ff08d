import type sharp from 'sharp';
import { hideSystemFonts } from './fonts/quiet.fontconfig.ts';

let loaded: Promise<typeof sharp> | null = null;

/** Loads the image library on first use: a service that never draws never pays for it. */
export function loadSharp(): Promise<typeof sharp> {
  hideSystemFonts();
  loaded ??= import('sharp').then((module) => module.default);
  return loaded;
}
