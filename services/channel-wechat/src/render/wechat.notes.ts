import type { Finding } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import type { Fitted } from './wechat.fit.ts';
import type { WechatProfile } from './wechat.profile.ts';

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
    tableNote(content, profile),
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

function tableNote({ body }: EditionContent, { tableColumns }: WechatProfile): Finding | null {
  const widest = Math.max(0, ...body.content.map(columnsOf));
  if (widest <= tableColumns.max) return null;
  return {
    field: 'body',
    message: `有${widest}列的表格，手机上会很窄。`,
    remedy: `如能拆分，请让每张表不超过${tableColumns.max}列。`,
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

function columnsOf(block: Block): number {
  return block.type === 'table'
    ? (block.content[0]?.content ?? []).reduce((total, cell) => total + (cell.attrs?.colspan ?? 1), 0)
    : 0;
}
