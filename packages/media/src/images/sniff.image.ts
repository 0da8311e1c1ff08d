export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

const signatures: readonly {
  readonly type: ImageType;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

/** What the bytes say they are, whatever their name or declared type; null = none of the four. */
export function sniffImage(bytes: Uint8Array): ImageType | null {
  return (
    signatures.find(({ at, bytes: magic }) => magic.every((byte, i) => bytes[at + i] === byte))?.type ?? null
  );
}
