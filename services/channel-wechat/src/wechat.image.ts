import { shrinkImage, type ImageLimit } from '@towncrier/media';

/** Bytes. media/uploadimg: jpg or png, under 1 MB. */
export const uploadLimit = 1_000_000;

const limit: ImageLimit = {
  under: uploadLimit,
  attempts: [
    { side: 2160, quality: 86 },
    { side: 1440, quality: 82 },
    { side: 1080, quality: 76 },
    { side: 900, quality: 65 },
    { side: 640, quality: 55 },
  ],
};

/**
 * A picture as the platform takes it.
 * @throws Error when it is no image, or cannot be made small enough
 */
export const toWechatImage = (bytes: Uint8Array): Promise<Uint8Array> => shrinkImage(bytes, limit);
