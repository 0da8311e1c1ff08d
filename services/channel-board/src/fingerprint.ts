/**
 * The first 64 bits of the SHA-256 of the approved content, in four groups: short enough to compare by eye,
 * printed and shown on the page.
 */
export const fingerprint = (contentHash: string): string =>
  (contentHash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
