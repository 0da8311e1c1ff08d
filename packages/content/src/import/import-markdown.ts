import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnotes from 'markdown-it-footnote';
import { cleanText } from '../clean-text.ts';
import type { KnownPictures } from './data-image.ts';
import { importHtml } from './import-html.ts';
import type { Imported } from './source.ts';

// HTML inside Markdown is let through here because the one judge of HTML comes after it.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
  .use(typedForEarlier(cjkFriendly))
  .use(typedForEarlier(footnotes));

/** A plugin whose types speak of markdown-it 14; what it calls is the same in 15. */
function typedForEarlier(plugin: (md: never) => void): (md: InstanceType<typeof MarkdownIt>) => void {
  return (md) => plugin(md as never);
}

/** A note stands under the text with its number; there is no way back to follow. */
markdown.renderer.rules['footnote_anchor'] = () => '';
markdown.renderer.rules['footnote_block_open'] = () => '<hr><p>注释</p><ol>';
markdown.renderer.rules['footnote_block_close'] = () => '</ol>';

/**
 * CommonMark with tables, strikes and footnotes; emphasis as people write it who use no blanks. There is one
 * way into the model for everything that can carry markup: through `importHtml`.
 */
export const importMarkdown = (source: string, known?: KnownPictures): Imported =>
  importHtml(markdown.render(cleanText(source)), known);
