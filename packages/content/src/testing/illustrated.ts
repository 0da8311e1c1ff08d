import type { EditionContent, IllustratedEdition } from '@towncrier/contracts';

/** Content whose pictures came inside its source. @throws when one is by reference */
export function illustrated(content: EditionContent): IllustratedEdition['content'] {
  const media = content.media.map(({ data, ...named }) => {
    if (data === undefined) throw new Error(`the bytes of picture ${named.id} are not here`);
    return { ...named, data };
  });
  return { ...content, media };
}
