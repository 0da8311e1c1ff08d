import { leadPicture, wordsOfHtml } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';
import { defineChannel } from '@towncrier/channel-kit';
import { collections } from './collections.ts';
import { Jobs, jobs } from './jobs.ts';
import { checkWechat, renderWechat } from './render/wechat.article.ts';
import { withDrawnTables } from './picture/drawn.tables.ts';
import { formerWechatForm, wechatForm, wechatFormIn } from './render/wechat.form.ts';
import { renderLifting } from './render/wechat.lifting.ts';
import { ownDigest, ownTitle } from './render/wechat.own.words.ts';
import { wechatProfile } from './render/wechat.profile.ts';
import { coverShapes } from './wechat.lead.ts';
import { modeOf, settings, type WechatSettings } from './settings.ts';
import { Uploads, uploads } from './uploads.ts';
import { WechatAccounts } from './wechat.accounts.ts';
import { renditionHash, WechatAdapter, type Prepared, type WechatRendition } from './wechat.adapter.ts';
import { targets } from './wechat.targets.ts';

export const channel = defineChannel<WechatSettings, WechatRendition, Prepared>({
  id: 'wechat',
  title: '微信公众号',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  targets,
  collections,
  can: {
    recall: 'erase',
    revise: 'new-post',
    receipts: 'push',
    targets: '登记的公众号',
    limits: [{ field: 'title', ...wechatProfile.title, shortened: true }],
    cuts: coverShapes.map((shape) => ({ ...shape })),
    ownWords: [
      { part: ownTitle.part, title: '图文标题', limit: `不超过 ${wechatProfile.title.max} 字` },
      { part: ownDigest.part, title: '图文摘要', limit: `不超过 ${wechatProfile.digest.max} 字` },
    ],
    quota: '发布的提交、查询各 100 次/日，删除 10 次/日',
    visibleWithinMs: 120_000,
    consequences: {
      correct: '发布新文章，随后删除旧文章；已转发的旧链接将显示“已删除”。',
      withdraw:
        '删除文章（不可恢复）；已转发的链接将显示“已删除”；文中图片由微信保存，平台没有删除接口。预警解除的，先发布“预警解除”文章，见到后再删除预警文章。',
    },
  },
  slots: { urgent: 2, normal: 2 },
  // freepublish/get allows 100 calls a day; the callback comes first.
  observeLadder: [2000, 5000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000],
  mode: modeOf,
  check: (edition) => checkWechat(edition).map((problem) => ({ channel: 'wechat', ...problem })),
  // an account has no shape of its own; the form is that of the markup, so that what was approved before it changed is
  // still sent and found
  formOf: () => wechatForm,
  formerForms: [formerWechatForm],
  render: async (approved, _settings, forms = []) => {
    const form = wechatFormIn(forms);
    const { edition, drawn } =
      form === formerWechatForm ? { edition: approved, drawn: [] } : await withDrawnTables(approved);
    const { title, author, digest, content } = renderWechat(edition, wechatProfile, form);
    const { warning, media, body } = edition.content;
    // a warning is known by its colour
    const lead = warning === undefined ? leadPicture(body.content) : null;
    const rendition = {
      ...(warning === undefined ? {} : { level: warning.level }),
      ...(lead === null ? {} : { lead }),
      title,
      author,
      digest,
      content,
      page: edition.links.page,
      media,
      drawn,
    };
    return { ...rendition, hash: renditionHash(rendition) };
  },
  renderLifting: (withdrawal) => {
    const { contentSourceUrl: page, ...said } = renderLifting(withdrawal);
    const rendition = { ...said, page, media: [], drawn: [] };
    return Promise.resolve({ ...rendition, hash: renditionHash(rendition) });
  },
  readings: ({ title, author, content, drawn }) => [
    { where: '', text: [title, author, wordsOfHtml(content), ...drawn.map(({ words }) => words)].join('\n') },
  ],
  parts: ({ title, digest }) => ({ [ownTitle.part]: title, [ownDigest.part]: digest }),
  preview: (r) => Promise.resolve({ kind: 'html', width: 414, html: previewPage(r) }),
  adapter: async ({ settings: s, store, clock, targets: register }) =>
    new WechatAdapter(
      new WechatAccounts(s.WECHAT_API_URL, register, clock),
      new Uploads(await store.collection(uploads)),
      new Jobs(await store.collection(jobs)),
    ),
});

/** As the article looks in the app; images come along as data. */
function previewPage(r: WechatRendition): string {
  const body = r.media.reduce(
    (html, m) => html.replaceAll(`media://${m.id}`, `data:${m.mediaType};base64,${m.data}`),
    r.content,
  );
  const words = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return markup`
    <!doctype html>
    <meta charset="utf-8">
    <style>${browserFile(import.meta.url, 'preview.css')}</style>
    <body>
      ${coverOf(r)}
      <h1 class="title">${words(r.title)}</h1>
      <p class="author">${words(r.author)}</p>
      <p class="digest">摘要：${words(r.digest)}</p>
      ${body}
      <p class="source">阅读原文</p>
    </body>
  `;
}

/** Cut as the platform will cut it; what stands for it where it is made of the title is of no interest. */
function coverOf({ lead, media }: WechatRendition): string {
  const picture = media.find(({ id }) => id === lead?.media);
  if (lead === undefined || picture === undefined) return '';
  const [{ width, height }] = coverShapes;
  const at = `${lead.focus.x * 100}% ${lead.focus.y * 100}%`;
  const style = `width:100%;aspect-ratio:${width}/${height};object-fit:cover;object-position:${at}`;
  return `<img class="cover" alt="封面" style="${style}" src="data:${picture.mediaType};base64,${picture.data}">`;
}
