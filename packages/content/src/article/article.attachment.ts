import type { BlockOf } from '../block.table.ts';
import type { ArticleForm } from './article.form.ts';
import { escapeHtml, tag } from './markup.ts';

/** What opens a file, in the words of whoever has to have it. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\.pdf$/iu, 'PDF'],
  [/\.ofd$/iu, 'OFD'],
  [/\.(?:docx?|wps)$/iu, 'Word 文档'],
  [/\.(?:xlsx?|et)$/iu, 'Excel 表格'],
  [/\.(?:pptx?|dps)$/iu, '演示文稿'],
  [/\.(?:zip|rar|7z)$/iu, '压缩包'],
  [/\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/iu, '图片'],
  [/\.(?:mp4|avi|mov)$/iu, '视频'],
  [/\.(?:mp3|wav)$/iu, '音频'],
  [/\.csv$/iu, 'CSV 表格'],
  [/\.txt$/iu, '文本'],
];

/** With what and how much there is to load: who pays for the minute wants to know before. */
export function articleAttachment({ attrs }: BlockOf<'attachment'>, form: ArticleForm): string {
  const kind = form === 'article-1' ? undefined : (kindOf(attrs.name) ?? kindOf(pathOf(attrs.href)));
  const size = attrs.bytes === undefined ? undefined : sizeInWords(attrs.bytes);
  const about = [kind, size].filter((words) => words !== undefined).join('，');
  return tag(
    'p',
    { class: 'attachment' },
    '附件：',
    tag('a', { href: attrs.href, rel: 'noopener' }, escapeHtml(attrs.name)),
    about === '' ? '' : `（${about}）`,
  );
}

const kindOf = (name: string): string | undefined => kinds.find(([ending]) => ending.test(name.trim()))?.[1];
const pathOf = (href: string): string => href.replace(/[?#].*$/su, '');

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
