import { z } from 'zod';
import { failed, type Failure } from './failure.ts';

/** As `draft/add` takes it. */
export const article = z.looseObject({
  title: z.string(),
  author: z.string().default(''),
  digest: z.string().default(''),
  content: z.string(),
  content_source_url: z.string().default(''),
  thumb_media_id: z.string().default(''),
  pic_crop_235_1: z.string().optional(),
  pic_crop_1_1: z.string().optional(),
});
export type Article = z.infer<typeof article>;

const foreignLink = /<a\s[^>]*href="(?!https?:\/\/mp\.weixin\.qq\.com)/;

/** The platform refuses what it refuses in real life; null = fine. Limits: draft/add. */
export function refusal(a: Article, covers: readonly string[]): Failure | null {
  if ([...a.title].length > 32) return failed(45003, 'title size out of limit');
  if ([...a.author].length > 16) return failed(45110, 'author size out of limit');
  if ([...a.digest].length > 128) return failed(45004, 'description size out of limit');
  if (a.content.length >= 20_000 || Buffer.byteLength(a.content) >= 1_048_576)
    return failed(45002, 'content size out of limit');
  if (a.content === '') return failed(44003, 'empty news data');
  if (foreignLink.test(a.content) || /<script|<iframe/i.test(a.content))
    return failed(45166, 'invalid content');
  if (!covers.includes(a.thumb_media_id)) return failed(40007, 'invalid media_id');
  return isCut(a.pic_crop_235_1) && isCut(a.pic_crop_1_1) ? null : failed(40035, 'invalid parameter');
}

/** X1_Y1_X2_Y2: the upper left and the lower right corner as shares, six digits behind the point at most. */
function isCut(words: string | undefined): boolean {
  if (words === undefined) return true;
  if (!/^[01](\.\d{1,6})?(_[01](\.\d{1,6})?){3}$/.test(words)) return false;
  const [left = 0, top = 0, right = 0, bottom = 0] = words.split('_').map(Number);
  return left < right && top < bottom && right <= 1 && bottom <= 1;
}
