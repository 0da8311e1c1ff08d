import { beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, sha256Of, signedPlaylist, unbase64 } from './playlist.check.ts';

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

interface Signer {
  readonly spki: string;
  readonly sign: (body: string) => Promise<string>;
}

async function newSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return {
    spki: base64(await crypto.subtle.exportKey('spki', publicKey)),
    sign: async (body) => base64(await crypto.subtle.sign('Ed25519', privateKey, bytes(body))),
  };
}

describe('a signed playlist', () => {
  const body = JSON.stringify({ v: 1, screen: 'strip-station', title: '停水' });
  let service: Signer;
  beforeAll(async () => {
    service = await newSigner();
  });

  it('is taken when the service signed exactly these bytes', async () => {
    const taken = await signedPlaylist(bytes(body), await service.sign(body), service.spki);
    expect(taken).toEqual(JSON.parse(body));
  });

  it('is refused when a word was changed on the way', async () => {
    const changed = body.replace('停水', '涨价');
    await expect(signedPlaylist(bytes(changed), await service.sign(body), service.spki)).rejects.toThrow(
      '签名不符',
    );
  });

  it('is refused when somebody else signed it', async () => {
    const stranger = await newSigner();
    await expect(signedPlaylist(bytes(body), await stranger.sign(body), service.spki)).rejects.toThrow(
      '签名不符',
    );
  });
});

describe('a playlist that is truly the service’s', () => {
  const next = { screen: 'strip-station', issuedAt: '2026-11-23T01:00:00.000Z' };

  it('is refused by another screen', () => {
    expect(refusalOf(next, 'screen-hall', null)).toContain('另一块屏');
  });

  it('is refused when it is older than the one there is: somebody replays it', () => {
    expect(refusalOf(next, 'strip-station', { issuedAt: '2026-11-23T01:00:00.001Z' })).toContain('旧的');
    expect(refusalOf(next, 'strip-station', { issuedAt: next.issuedAt })).toBeNull();
    expect(refusalOf(next, 'strip-station', null)).toBeNull();
  });
});

describe('a page', () => {
  it('is known by the SHA-256 of its bytes, in small hex digits', async () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256Of(new ArrayBuffer(0))).toBe(empty);
    expect([...unbase64('AP8Q')]).toEqual([0, 255, 16]);
  });
});
