import { tablePlaces, type Finding } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import type { Fitted } from './wechat.fit.ts';
import type { WechatProfile } from './wechat.profile.ts';
import { tableForm, type TableForm } from './wechat.table.form.ts';

export const issuerFits = ({ header }: EditionContent, { author }: WechatProfile): boolean =>
  header.issuer.length <= author.max;

/** What an editor should know about the article before approving it. */
export const wechatNotes = (
  content: EditionContent,
  body: Fitted,
  profile: WechatProfile,
): readonly Finding[] =>
  [
    bodyNote(content, body),
    digestNote(content, profile),
    tableNote(content),
    authorNote(content, profile),
  ].filter((note) => note !== null);

function bodyNote({ body: { content } }: EditionContent, { shown, styles }: Fitted): Finding | null {
  if (shown.length < content.length)
    return {
      field: 'body',
      message: `正文超过微信图文的长度，只放得下前${shown.length}段（共${content.length}段），余下请读者点“阅读原文”。`,
      remedy: '如需全文都在微信里，请分成几篇发布。',
    };
  if (styles === 0) return null;
  return {
    field: 'body',
    message: '正文较长，微信版式已简化以放下全文。',
    remedy: '无需处理；请在预览中核对版式。',
  };
}

function digestNote({ summary }: EditionContent, { digest }: WechatProfile): Finding | null {
  if ((summary?.trim().length ?? 0) <= digest.max) return null;
  return {
    field: 'summary',
    message: `摘要超过${digest.max}个字，微信摘要已截断。`,
    remedy: '如需换一种说法，请填写更短的摘要。',
  };
}

/** Tables that do not stand as they are. */
function tableNote({ body }: EditionContent): Finding | null {
  const forms = body.content.flatMap((block) =>
    block.type === 'table' ? [tableForm(tablePlaces(block))] : [],
  );
  const count = (form: TableForm): number => forms.filter((one) => one === form).length;
  const told = [
    count('rows') === 0 ? null : `${count('rows')}张表格手机上放不下，每行单独列出`,
    count('picture') === 0 ? null : `${count('picture')}张表格合并单元格较多，以图片显示`,
  ].filter((words) => words !== null);
  if (told.length === 0) return null;
  return {
    field: 'body',
    message: `${told.join('；')}。`,
    remedy: '无需处理；请在预览中核对。如能拆分，请让每张表少几列。',
  };
}

function authorNote(content: EditionContent, profile: WechatProfile): Finding | null {
  if (issuerFits(content, profile)) return null;
  return {
    field: 'header.issuer',
    message: `发布机构超过${profile.author.max}个字，微信作者栏改为“${profile.fallbackAuthor}”。`,
    remedy: '无需处理；正文的公文信息里是全称。',
  };
}
