import { findDate } from '@towncrier/content/losses';

const kinds =
  '通知|公告|通告|公示|意见|方案|决定|决议|命令|令|公报|议案|报告|请示|批复|函|纪要|办法|规定|细则|规划|计划|要点|指南|' +
  '说明|规程|预案|名单|目录|须知|提示|预警|倡议书|条例|解读|清单|情况|简报|章程|标准|制度|规范|通报|信|公开信|安排';
const complete = new RegExp(`(?:${kinds})(?:[（(][^（()）]{1,20}[)）])*$`, 'u');

/** Does it end with a kind of document, as titles do? */
export const isComplete = (text: string): boolean => complete.test(text);

/** 印发…方案 is half of a title: it goes on to what it is itself, 的通知. */
export const isHalf = (text: string): boolean =>
  /印发|转发|批转/u.test(text) && !/(?:通知|通报|公告|决定|函|令)(?:[（(][^（()）]{1,20}[)）])*$/u.test(text);

/** A line that cannot stand alone: a mark in brackets, or 的通知. */
export const goesOn = (text: string): boolean => /^(?:[（(]|的|及|和|与|暨|》)/u.test(text);

const chapters = new RegExp(
  '^(?:总体要求|总则|附则|前言|引言|序言|背景|概述|目录|指导思想|基本原则|总体目标|工作目标|主要目标|主要任务|重点任务|' +
    '工作任务|工作措施|工作要求|保障措施|组织领导|组织实施|组织保障|附录|参考文献|致谢|正文)$',
  'u',
);
const numbered =
  /^(?:[一二三四五六七八九十百]+、|[(（][一二三四五六七八九十百\d]{1,4}[)）](?!.*的)|\d{1,3}(?:[.．、]|\s)|第[一二三四五六七八九十百零\d]+[章节条编部])/u;

/** A chapter of a paper is never its title. */
export const isChapter = (text: string): boolean =>
  chapters.test(text.replace(/\s/gu, '')) || numbered.test(text);

const headerFact =
  /^(?:索引号|公开目录|发布机构|发布日期|发文机关|成文日期|主题分类|主题词|公开方式|公开范围|文号|名称|来源|有效性|有效期)[:：]/u;
const documentNumber = /^[\p{Script=Han}A-Za-z]{1,20}[〔［[（(【]\d{4}[〕］\])）】]第?\d{1,5}号/u;
const redHead = /^(?!.*关于).{2,40}文件$/u;
const furniture =
  /^(?:\d{4,7}|[绝机秘]密.*|特急|加急|平急|特提|签发人.*|附件\d*[:：]?|[（(]?此件.*|第?\d+期|信息公开选项.*)$/u;

/** Red head, number, urgency and the like: what stands above a title. */
export function isAbove(text: string): boolean {
  const bare = text.replace(/[\s★]/gu, '');
  return documentNumber.test(bare) || redHead.test(bare) || furniture.test(bare) || headerFact.test(bare);
}

const organisation =
  /^(?!.*关于)[\p{Script=Han}（）、]{2,40}(?:人民政府|政府|办公室|委员会|委|局|厅|院|部|中心|公司|街道|镇|乡|指挥部)$/u;

/** A line under a title that is not part of it: who or when. */
export const isBelow = (text: string): boolean => {
  const bare = text.replace(/\s/gu, '');
  return (
    organisation.test(bare) ||
    (findDate(bare) !== null && (bare.length <= 12 || /^[（(].*[)）]$/u.test(bare)))
  );
};

/** Could these words be a line of a title? */
export const isLineOfTitle = (text: string): boolean =>
  text.length <= 120 &&
  !/[。；;：:，,！!]$/u.test(text) &&
  !/[。；]/u.test(text) &&
  !isChapter(text) &&
  !isAbove(text);

/** Two lines of a title as one, without a blank between Han characters. */
export const joinLines = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/(?<=[A-Za-z\d])\s*\n\s*(?=[A-Za-z\d])/gu, ' ')
    .replace(/\s*\n\s*/gu, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
