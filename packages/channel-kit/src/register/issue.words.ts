import type { z } from 'zod';

/** What is wrong with a field and what to do, in words for whoever wrote it. Never says what was written. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;

/** @param title the field as people know it @param missing whether nothing stands there */
export function issueWords(issue: Issue, title: string, missing: boolean): Words {
  if (missing) return { message: `没有填写“${title}”`, remedy: `请补上“${title}”` };
  const message = `“${title}”不对：${faultOf(issue)}`;
  return { message, remedy: `请更正“${title}”后重试` };
}

const kindsOfValue: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
};

function faultOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应是${kindsOfValue[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${sizeOf(issue.origin)}不能少于 ${issue.minimum}`;
    case 'too_big':
      return `${sizeOf(issue.origin)}不能超过 ${issue.maximum}`;
    case 'not_multiple_of':
      return `应是 ${issue.divisor} 的倍数`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'unrecognized_keys':
      return `没有“${issue.keys.join('”“')}”这一项`;
    case 'custom':
      return isChinese(issue.message) ? issue.message : '内容不符合要求';
    default:
      return isChinese(issue.message) ? issue.message : '格式不符合要求';
  }
}

const isChinese = (words: string): boolean => /\p{Script=Han}/u.test(words);

const sizeOf = (origin: string): string =>
  origin === 'string' ? '字数' : origin === 'array' || origin === 'set' ? '个数' : '数值';
