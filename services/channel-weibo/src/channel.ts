import { defineChannel } from '@towncrier/channel-kit';
import { collections } from './collections.ts';
import { previewPixels } from './picture/picture.pixels.ts';
import { postPage, previewWidth } from './post.page.ts';
import { formerWeiboForm, weiboForm, weiboFormIn } from './render/weibo.form.ts';
import { checkWeibo, ownText, partOf, weiboProfile } from './render/weibo.status.ts';
import { modeOf, settings, type WeiboSettings } from './settings.ts';
import { WeiboAccounts } from './weibo.accounts.ts';
import { WeiboAdapter } from './weibo.adapter.ts';
import { renderPost, type WeiboRendition } from './weibo.rendition.ts';
import { targets } from './weibo.targets.ts';

export const channel = defineChannel<WeiboSettings, WeiboRendition>({
  id: 'weibo',
  title: '微博',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  targets,
  collections,
  can: {
    recall: 'follow-up',
    revise: 'new-post',
    receipts: 'pull',
    targets: '登记的账号',
    limits: [{ field: 'title', ...weiboProfile.title, shortened: true }],
    ownWords: [
      {
        part: ownText.part,
        title: '微博正文',
        limit: `连同网址（计 10 字）不超过 ${weiboProfile.status.max} 字`,
      },
    ],
    quota: '每用户每应用 100 次调用/日，30 条/小时',
    visibleWithinMs: 120_000,
    consequences: {
      correct: '另发一条更正微博；原微博需在微博客户端人工删除。',
      withdraw: '另发一条撤回说明；平台不允许接口删除，原微博需在微博客户端人工删除。到期失效的不另发。',
    },
  },
  wordsOnly: true,
  slots: { urgent: 2, normal: 2 },
  // a long picture is drawn, sent and fetched again
  timeoutMs: 30_000,
  mode: modeOf,
  check: (edition) => checkWeibo(edition).map((problem) => ({ channel: 'weibo', ...problem })),
  // an account has no shape of its own; the form is that of the post, so that what was approved before it changed is
  // still sent and found
  formOf: () => weiboForm,
  formerForms: [formerWeiboForm],
  render: (edition, _settings, forms = []) => renderPost(edition, weiboFormIn(forms)),
  readings: ({ text, picture }) => [
    { where: '', text: picture === null ? text : `${text}\n${picture.words}` },
  ],
  parts: ({ text }) => ({ [ownText.part]: partOf(text) }),
  preview: async ({ text, picture }) =>
    picture === null
      ? { kind: 'text', parts: [text] }
      : { kind: 'html', width: previewWidth, html: postPage(text, await previewPixels(picture)) },
  adapter: ({ settings: s, targets: register, clock }) =>
    new WeiboAdapter(new WeiboAccounts(s, register, clock), s.WEIBO_API_URL),
});
