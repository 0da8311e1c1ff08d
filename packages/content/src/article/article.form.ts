/**
 * How an article is written down. What was approved in an older form is sent and looked for in that form; a change of
 * the markup gets a new one. `article-1`: addresses and telephones in running text are plain words, titles one piece,
 * figures in tables like words, attachments with their size alone.
 */
export const articleForms = ['article-1', 'article-2'] as const;
export type ArticleForm = (typeof articleForms)[number];

export const articleForm: ArticleForm = 'article-2';
export const formerArticleForm: ArticleForm = 'article-1';

/** The newest form of those named; today's where none is. */
export const articleFormIn = (forms: readonly string[]): ArticleForm =>
  forms.length === 1 && forms[0] === formerArticleForm ? formerArticleForm : articleForm;
