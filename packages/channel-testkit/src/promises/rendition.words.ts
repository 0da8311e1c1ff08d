/** What a rendition says, without its pictures. */
export const wordsOf = (rendition: object): string =>
  JSON.stringify(rendition, (_, value: unknown) => (value instanceof Uint8Array ? null : value));
