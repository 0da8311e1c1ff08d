import { hashBytes } from '@towncrier/content';
import type { PictureFocus } from '@towncrier/contracts';
import { drawingToPng } from '@towncrier/media';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { contextAt, wechatTown, type WechatTown } from './wechat.town.ts';

const [{ facts, secrets }] = demonstration;
type Answer = Record<string, unknown>;

describe('the cover of an article whose text has a picture for it', () => {
  let town: WechatTown;
  beforeEach(async () => {
    town = await wechatTown();
  });
  afterEach(() => town.close());

  const call = async (path: string, body: object): Promise<Answer> =>
    (await (
      await fetch(`${town.twin.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as Answer;
  const drafted = async (id: string): Promise<Answer> => {
    const credentials = { appid: facts.appId, secret: secrets.appSecret };
    const { access_token } = await call('/cgi-bin/stable_token', credentials);
    const found = await call(`/cgi-bin/draft/get?access_token=${String(access_token)}`, { media_id: id });
    return (found['news_item'] as Answer[])[0] ?? {};
  };
  const rendered = async (focus?: PictureFocus) => {
    const picture = await drawingToPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>', {
      width: 900,
      height: 600,
    });
    const id = hashBytes(picture);
    const attrs = { media: id, alt: '泵站', ...(focus === undefined ? {} : { focus }) };
    const data = Buffer.from(picture).toString('base64');
    return town.render({
      content: {
        body: { type: 'doc', content: [{ type: 'image', attrs }] },
        media: [{ id, mediaType: 'image/png', bytes: picture.length, data }],
      },
    });
  };

  it('is that picture, cut around what must be seen, in both shapes of the platform', async () => {
    const rendition = await rendered({ x: 0.25, y: 1 });
    const { draft } = await town.adapter.prepare(rendition, contextAt());

    const article = await drafted(draft);
    expect(await town.covers()).toEqual([article['thumb_media_id']]);
    const [left, top, right, bottom] = String(article['pic_crop_235_1']).split('_').map(Number);
    expect([left, right, bottom]).toEqual([0, 1, 1]);
    expect(top).toBeCloseTo(1 - 383 / 600, 5);
    expect(article['pic_crop_1_1']).toBe('0.083333_0_0.75_1');
  });

  it('is made of the title where nobody said that a picture may be cut', async () => {
    const { draft } = await town.adapter.prepare(await rendered(), contextAt());
    expect(Object.keys(await drafted(draft)).filter((key) => key.startsWith('pic_crop'))).toEqual([]);
  });

  it('is drawn in the preview as it will be cut, and changes no word of the article', async () => {
    const [cut, whole] = [await rendered({ x: 0.25, y: 1 }), await rendered()];
    const page = await channel.preview(cut);
    expect(page.kind === 'html' && page.html).toContain('object-position:25% 100%');
    expect(cut.hash).toBe(whole.hash);
  });
});
