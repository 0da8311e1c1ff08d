import type { Rendition } from '@towncrier/channel-kit';
import { hashText, omissionsIn } from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { noticePicture, type NoticePicture } from './picture/notice.picture.ts';
import { formerWeiboForm, type WeiboForm } from './render/weibo.form.ts';
import { renderWeibo } from './render/weibo.status.ts';

export interface WeiboRendition extends Rendition {
  readonly text: string;
  /** Of the whole notice, where the text leaves something out. */
  readonly picture: NoticePicture | null;
}

/** Over the words and, where there is one, the picture as it was typeset. */
export const postHash = (text: string, picture: Pick<NoticePicture, 'id'> | null): string =>
  hashText(picture === null ? text : JSON.stringify([text, picture.id]));

export async function renderPost(edition: Edition, form: WeiboForm): Promise<WeiboRendition> {
  const { text } = renderWeibo(edition, undefined, form);
  const isWhole =
    form === formerWeiboForm || omissionsIn(edition.content, [{ where: '', text }]).length === 0;
  const picture = isWhole ? null : await noticePicture(edition);
  return { text, picture, hash: postHash(text, picture) };
}
