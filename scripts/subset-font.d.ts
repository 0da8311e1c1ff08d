declare module 'subset-font' {
  /** The glyphs of `text` alone, out of an OpenType font. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'truetype'; readonly noLayoutClosure?: boolean },
  ): Promise<Uint8Array>;
}
