import {
  ContentRefused,
  CredentialsStale,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
  type ChannelError,
} from '@towncrier/channel-kit';
import { dateInChina, endOfDayInChina } from '@towncrier/content';

/**
 * What `errcode` means for us, one table. Source: developers.weixin.qq.com, 全局返回码 and the pages of draft
 * and freepublish, checked 2026-11-23.
 */
type Meaning =
  | { readonly act: 'busy'; readonly waitMs: number; readonly words: string }
  | { readonly act: 'token' | 'tomorrow' | 'operator' | 'unknown'; readonly words: string }
  | { readonly act: 'editor'; readonly field: string; readonly words: string };

const token: Meaning = { act: 'token', words: '接口凭证已过期' };
const operator = (words: string): Meaning => ({ act: 'operator', words });
const editor = (field: string, words: string): Meaning => ({ act: 'editor', field, words });

export const wechatErrors: Readonly<Record<number, Meaning>> = {
  [-1]: { act: 'busy', waitMs: 1000, words: '微信系统繁忙' },
  40001: token,
  40014: token,
  42001: token,
  40013: operator('AppID 有误'),
  40125: operator('AppSecret 有误'),
  41002: operator('缺少 AppID'),
  41004: operator('缺少 AppSecret'),
  40243: operator('AppSecret 已被冻结'),
  40164: operator('服务器 IP 不在公众号白名单，请在“开发接口管理”中添加'),
  45009: { act: 'tomorrow', words: '当日接口调用次数已用完' },
  45028: { act: 'tomorrow', words: '发布次数已用完' },
  53501: { act: 'busy', waitMs: 3_600_000, words: '发布过于频繁' },
  45011: { act: 'busy', waitMs: 60_000, words: '接口调用过快' },
  48001: operator('公众号没有发布接口权限（需已认证的企业类账号）'),
  48003: operator('公众号未同意群发协议'),
  48004: operator('接口已被封禁'),
  50002: operator('账号受限'),
  53500: operator('发布功能被封禁'),
  48005: operator('文章已删除，但其封面素材正被菜单或自动回复引用，请在公众平台解除引用后重试'),
  48006: operator('清零次数已用完'),
  53502: operator('发布任务编号有误'),
  53600: operator('文章编号有误'),
  40059: operator('消息编号有误'),
  53503: editor('body', '草稿未通过微信发布检查'),
  53504: operator('需在公众平台网页上使用此草稿'),
  53505: operator('请先在公众平台手动保存此草稿再发布'),
  40007: operator('素材编号失效'),
  40004: editor('body', '不支持的媒体类型'),
  40005: editor('body', '不支持的文件类型'),
  40006: editor('body', '文件大小不合要求'),
  40009: editor('body', '图片过大'),
  40137: editor('body', '图片格式不支持'),
  44003: editor('body', '图文内容为空'),
  45001: editor('body', '图片过大'),
  45002: editor('body', '正文超长'),
  45003: editor('title', '标题超长'),
  45004: editor('summary', '摘要超长'),
  45005: operator('原文链接超长'),
  45008: editor('body', '图文条数超限'),
  45110: editor('header', '作者超长'),
  45166: editor('body', '正文含不允许的内容（如外部链接）'),
  47001: operator('数据格式有误'),
  40033: editor('body', '含不合法字符'),
};

export function wechatError(code: number, message: string, now: Date): ChannelError {
  const meaning = wechatErrors[code];
  if (meaning === undefined) return new OutcomeUnknown(`微信返回未知错误 ${code}：${message}`);
  const words = `${meaning.words}（${code}）`;
  switch (meaning.act) {
    case 'busy':
      return new FarEndBusy(words, { waitMs: meaning.waitMs });
    case 'token':
      return new CredentialsStale(words);
    case 'tomorrow':
      return new QuotaSpent(endOfDayInChina(dateInChina(now)), words);
    case 'operator':
      return new OperatorNeeded(words);
    case 'editor':
      return new ContentRefused(meaning.field, words);
    case 'unknown':
      return new OutcomeUnknown(words);
  }
}

/** `publish_status` of freepublish/get and of PUBLISHJOBFINISH that end a job badly. */
export const publishFailures: Readonly<Record<number, string>> = {
  2: '原创校验失败',
  3: '常规失败',
  4: '平台审核不通过',
};
export const publishUndone: Readonly<Record<number, string>> = {
  5: '发布后被用户删除',
  6: '发布后被系统封禁',
};
