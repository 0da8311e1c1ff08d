import type { Edition, IllustratedEdition } from '@towncrier/contracts';

/** For editions without pictures. */
export const unillustrated = {
  of: ({ content, ...edition }: Edition): Promise<IllustratedEdition> =>
    Promise.resolve({ ...edition, content: { ...content, media: [] } }),
};
