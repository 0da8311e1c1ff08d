import type { Block, EditionContent, Media } from '@towncrier/contracts';

/** What a picture that came inside is kept as; null for one that cannot be kept. */
export type Named = ReadonlyMap<string, Media | null>;

/** The same content with pictures as they were kept. What stood for one that is not kept are its words. */
export function namePictures(content: EditionContent, named: Named): EditionContent {
  const kept = content.media.flatMap((one) => named.get(one.id) ?? (named.has(one.id) ? [] : [one]));
  const media = [...new Map(kept.map((one) => [one.id, one])).values()];
  return {
    ...content,
    media,
    body: { ...content.body, content: content.body.content.map((b) => inBlock(b, named)) },
  };
}

function inBlock(block: Block, named: Named): Block {
  switch (block.type) {
    case 'image': {
      const kept = named.get(block.attrs.media);
      if (kept === undefined) return block;
      return kept === null ? wordsFor(block.attrs) : { ...block, attrs: { ...block.attrs, media: kept.id } };
    }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item) => ({
          ...item,
          content: item.content.map((inner) => inBlock(inner, named)),
        })),
      };
    case 'quote':
      return { ...block, content: block.content.map((inner) => inBlock(inner, named)) };
    case 'paragraph':
    case 'heading':
    case 'table':
    case 'attachment':
    case 'keyFacts':
    case 'contact':
    case 'divider':
      return block;
  }
}

function wordsFor({
  alt,
  caption = '',
}: {
  readonly alt: string;
  readonly caption?: string | undefined;
}): Block {
  const words = caption === '' ? alt : caption;
  const text = words === '' ? '［图片］' : `［图片：${words}］`;
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
