import type { Edition, EditionContent, IllustratedEdition, Illustration } from '@towncrier/contracts';
import { headerFacts, publicNoticeFacts } from '../reading/facts.ts';
import { articleBlock, articleFacts, type Anchors, type MediaAddress } from './article.blocks.ts';
import { articleForm, type ArticleForm } from './article.form.ts';
import { articleTitle } from './article.title.ts';
import { escapeHtml, tag } from './markup.ts';

export interface OutlineEntry {
  readonly id: string;
  readonly level: 2 | 3 | 4 | 5;
  readonly text: string;
}

export interface Article {
  /** One `<article>`: valid anywhere in a page, under a policy that forbids inline style and script. */
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

/**
 * The whole text as semantic HTML, for every channel that has a page of its own. Without `mediaUrl` the bytes
 * of pictures go into the page.
 */
export function renderArticle(
  edition: IllustratedEdition,
  mediaUrl: MediaAddress = inPage(edition.content.media),
  form: ArticleForm = articleForm,
): Article {
  const { content } = edition;
  const outline: OutlineEntry[] = [];
  const pen = { mediaUrl, anchors: anchorsInto(outline), form };
  const title = form === 'article-1' ? escapeHtml(content.title) : articleTitle(content.title);
  const body = content.body.content.map((block) => articleBlock(block, pen)).join('\n');
  const parts = [
    tag('header', {}, tag('h1', {}, title), headerTable(content)),
    correctionOf(edition),
    publicNoticeOf(content, form),
    tag('div', { class: 'body' }, '\n', body, '\n'),
  ];
  const html = tag('article', { lang: 'zh-CN' }, '\n', parts.filter((part) => part !== '').join('\n'), '\n');
  return { html, outline };
}

function correctionOf({ edition, corrects }: Edition): string {
  if (corrects === undefined) return '';
  const words = `本页为第${edition}版，替代第${corrects.edition}版。更正原因：${corrects.reason}`;
  return tag(
    'aside',
    { class: 'correction', role: 'note' },
    tag('strong', {}, '更正'),
    tag('p', {}, escapeHtml(words)),
  );
}

function publicNoticeOf({ publicNotice }: EditionContent, form: ArticleForm): string {
  if (publicNotice === undefined) return '';
  return tag(
    'section',
    { class: 'public-notice', 'aria-label': '公示' },
    articleFacts(publicNoticeFacts(publicNotice), 'notice-facts', form),
  );
}

function headerTable(content: EditionContent): string {
  const rows = headerFacts(content.header).map(({ label, value }) =>
    tag('tr', {}, tag('th', { scope: 'row' }, escapeHtml(label)), tag('td', {}, escapeHtml(value))),
  );
  return tag(
    'table',
    { class: 'document-header' },
    tag('caption', {}, '公文信息'),
    tag('tbody', {}, ...rows),
  );
}

/**
 * Ids are the editor's where they are plain and unique, else counted: `s1-2` is the second heading under the
 * first.
 */
function anchorsInto(outline: OutlineEntry[]): Anchors {
  const taken = new Set<string>();
  const counts = [0, 0, 0, 0];
  return {
    take(wanted, level, text) {
      counts.fill(0, level - 1);
      counts[level - 2] = (counts[level - 2] ?? 0) + 1;
      const mayStay =
        wanted !== undefined && /^[A-Za-z][\w-]*$/.test(wanted) && !/^s\d/.test(wanted) && !taken.has(wanted);
      const id = mayStay ? wanted : `s${counts.slice(0, level - 1).join('-')}`;
      taken.add(id);
      outline.push({ id, level, text });
      return id;
    },
  };
}

function inPage(carried: readonly Illustration[]): MediaAddress {
  return (id) => {
    const media = carried.find((entry) => entry.id === id);
    return media === undefined ? null : `data:${media.mediaType};base64,${media.data}`;
  };
}
