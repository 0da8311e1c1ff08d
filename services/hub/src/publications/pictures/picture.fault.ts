import { picturePages, webPicture, type NoPicture } from '@towncrier/media';

/** What is wrong with a picture that somebody chose, in words for them; null for one that can be kept whole. */
export async function pictureFault(bytes: Uint8Array): Promise<string | null> {
  const pages = await picturePages(bytes);
  if (pages > 1) return `有 ${pages} 页（帧），只能放一页；请把各页另存为图片后分别选择`;
  const made = await webPicture(bytes);
  return typeof made === 'string' ? faults[made] : null;
}

const saved = '请另存为 JPEG 或 PNG 后再选择';
const faults: Readonly<Record<NoPicture, string>> = {
  unknown: '不是能读出的图片；请换成 JPEG、PNG、WebP 或 GIF 图片',
  damaged: `读不出，可能已损坏；${saved}`,
  'too-many-pixels': '像素过多，最多 1 亿；请缩小（如 8000×6000）后再选择',
  heic: `是 HEIC 照片，这里打不开；${saved}`,
  'not-drawn': `是办公软件的矢量图，这里画不出；${saved}`,
  'too-heavy': `压缩后仍超过 200 KB；${saved}`,
};
