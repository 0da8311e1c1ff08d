import type { Playlist } from '../src/playlist.format.ts';

export const unbase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');

export const sha256Of = async (bytes: ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes));

/** Old browsers know no Ed25519 (Chromium: before 137). */
export const knowsEd25519 = (): Promise<boolean> =>
  crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  );

/**
 * @param spki the service's public key, SPKI in base64
 * @returns the playlist, once its signature (Ed25519 over exactly these bytes, base64) has proved right
 * @throws Error in words for whoever stands before the screen
 */
export async function signedPlaylist(
  body: ArrayBuffer | Uint8Array<ArrayBuffer>,
  signature: string,
  spki: string,
): Promise<Playlist> {
  const key = await crypto.subtle.importKey('spki', unbase64(spki), 'Ed25519', false, ['verify']);
  if (!(await crypto.subtle.verify('Ed25519', key, unbase64(signature), body)))
    throw new Error('播放单签名不符');
  return JSON.parse(new TextDecoder().decode(body));
}

/** Why a signed playlist is not taken all the same; null: it is. */
export function refusalOf(
  next: Pick<Playlist, 'screen' | 'issuedAt'>,
  screen: string,
  current: Pick<Playlist, 'issuedAt'> | null,
): string | null {
  if (next.screen !== screen) return '播放单属于另一块屏';
  if (current !== null && next.issuedAt < current.issuedAt) return '播放单是旧的';
  return null;
}
