import MarkdownIt from 'markdown-it';
import { cleanText } from '../clean-text.ts';
import { importHtml } from './import-html.ts';
import type { Imported } from './source.ts';

// HTML inside Markdown is let through here because the one cleaner of HTML comes after it.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/**
 * CommonMark with tables. There is one way into the model for everything that can carry markup: through
 * `importHtml`.
 */
export const importMarkdown = (source: string): Imported => importHtml(markdown.render(cleanText(source)));
