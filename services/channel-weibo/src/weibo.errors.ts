import {
  ContentRefused,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
  type ChannelError,
} from '@towncrier/channel-kit';
import { dateInChina, endOfDayInChina } from '@towncrier/content';

/**
 * What the platform's `error_code` means for us, one table. Source: open.weibo.com wiki "Error_code", checked
 * 2026-11-23.
 */
type Meaning =
  | { readonly act: 'unknown' | 'hour' | 'tomorrow'; readonly words: string }
  | { readonly act: 'operator'; readonly words: string }
  | { readonly act: 'editor'; readonly field: string; readonly words: string };

const unknown = (words: string): Meaning => ({ act: 'unknown', words });
const operator = (words: string): Meaning => ({ act: 'operator', words });
const editor = (field: string, words: string): Meaning => ({ act: 'editor', field, words });

export const weiboErrors: Readonly<Record<number, Meaning>> = {
  10001: unknown('微博系统错误'),
  10002: unknown('微博服务暂停'),
  10003: unknown('微博远程服务错误'),
  10009: unknown('微博任务过多，系统繁忙'),
  10010: unknown('微博任务超时'),
  10011: unknown('微博远程调用错误'),
  10004: operator('服务器 IP 受限，请在微博开放平台核对'),
  10005: operator('应用权限级别不足'),
  10013: operator('授权用户不合法'),
  10014: operator('应用没有此接口权限，请在开放平台申请'),
  10006: operator('请求缺少 source 参数'),
  10007: operator('请求格式不支持'),
  10008: operator('请求参数错误'),
  10012: operator('请求不合法'),
  10016: operator('缺少必需参数'),
  10017: operator('正文链接不在应用的安全域名内，或域名未绑定；请在开放平台设置安全域名'),
  10018: editor('body', '请求体过大'),
  10020: operator('接口不存在'),
  10021: operator('请求方法不正确'),
  10022: { act: 'hour', words: '服务器 IP 请求过于频繁' },
  10023: { act: 'tomorrow', words: '当日接口调用次数已用完' },
  10024: { act: 'hour', words: '此接口请求过于频繁' },
  20005: editor('image', '图片格式不支持'),
  20006: editor('image', '图片过大'),
  20007: editor('image', '请上传图片'),
  20008: editor('body', '内容为空'),
  20012: editor('body', '超过 140 字'),
  20013: editor('body', '超过 300 字'),
  20016: { act: 'hour', words: '发布过于频繁' },
  20021: editor('body', '内容含有违禁词'),
  20031: operator('账号需要输入验证码，请登录微博处理'),
  20033: operator('账号登录状态异常，请登录微博处理'),
  20101: operator('微博不存在'),
  20102: operator('不是本账号的微博'),
  21314: operator('授权已被使用，请重新授权'),
  21315: operator('授权已过期，请负责人重新授权微博账号'),
  21316: operator('授权已被撤销，请重新授权'),
  21317: operator('授权被拒绝，请重新授权'),
  21319: operator('授权关系已解除，请重新授权'),
  21327: operator('授权已过期，请负责人重新授权微博账号'),
  21332: operator('access_token 无效，请重新授权'),
};

/**
 * Codes of `statuses/share` by which the platform says that it has the post: 20032 it is out and shows in 1 to
 * 2 minutes; 20017, 20019, 20111 the same or much the same text is there already. Never a reason to send again.
 */
export const alreadyThere: ReadonlySet<number> = new Set([20017, 20019, 20032, 20111]);

const hour = 3_600_000;

/** @param now instant of the answer, for quotas that reset at midnight in Asia/Shanghai */
export function weiboError(code: number, message: string, now: Date): ChannelError {
  const meaning = weiboErrors[code];
  if (meaning === undefined) return new OutcomeUnknown(`微博返回未知错误 ${code}：${message}`);
  const words = `${meaning.words}（${code}）`;
  switch (meaning.act) {
    case 'unknown':
      return new OutcomeUnknown(words);
    case 'hour':
      return new FarEndBusy(words, { waitMs: hour });
    case 'tomorrow':
      return new QuotaSpent(endOfDayInChina(dateInChina(now)), words);
    case 'operator':
      return new OperatorNeeded(words);
    case 'editor':
      return new ContentRefused(meaning.field, words);
  }
}
