import {
  ContentRefused,
  FarEndBusy,
  OperatorNeeded,
  QuotaSpent,
  OutcomeUnknown,
  type ChannelError,
} from '@towncrier/channel-kit';

/**
 * What the provider's `Code` means for us, one table. Source: help.aliyun.com "API 错误码" of 短信服务,
 * checked 2026-11-23.
 */
type Meaning =
  | { readonly act: 'busy'; readonly waitMs: number; readonly words: string }
  | { readonly act: 'tomorrow' | 'unknown' | 'operator'; readonly words: string }
  | { readonly act: 'editor'; readonly field: string; readonly words: string };

const operator = (words: string): Meaning => ({ act: 'operator', words });
const editor = (words: string): Meaning => ({ act: 'editor', field: 'body', words });

export const smsErrors: Readonly<Record<string, Meaning>> = {
  'isv.BUSINESS_LIMIT_CONTROL': { act: 'busy', waitMs: 60_000, words: '同一号码发送过于频繁' },
  'isv.DAY_LIMIT_CONTROL': { act: 'tomorrow', words: '达到自设的日发送上限' },
  'isv.MONTH_LIMIT_CONTROL': operator('达到自设的月发送上限，请在短信控制台调整'),
  'isv.AMOUNT_NOT_ENOUGH': operator('短信账户余额不足，请充值'),
  'isv.OUT_OF_SERVICE': operator('短信业务已停机，请联系运营商'),
  'isv.PRODUCT_UN_SUBSCRIPT': operator('短信服务未开通，请在短信控制台开通'),
  'isv.PRODUCT_UNSUBSCRIBE': operator('短信服务已退订，请在短信控制台开通'),
  'isv.ACCOUNT_NOT_EXISTS': operator('短信账户不存在'),
  'isv.ACCOUNT_ABNORMAL': operator('短信账户异常'),
  'isp.RAM_PERMISSION_DENY': operator('访问密钥没有短信权限'),
  'isv.DENY_IP_RANGE': operator('服务器 IP 不在允许范围'),
  'isv.SMS_SIGN_ILLEGAL': operator('签名不合法或未报备'),
  'isv.SMS_SIGNATURE_ILLEGAL': operator('签名不合法或未报备'),
  'isv.SIGN_STATE_ILLEGAL': operator('签名未通过审核'),
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': operator('签名场景不符'),
  'isv.SMS_TEMPLATE_ILLEGAL': operator('模板不合法或未通过审核'),
  'isv.EXTEND_CODE_ERROR': operator('扩展码有误'),
  'isv.SMS_CONTENT_ILLEGAL': editor('短信内容含有违规词'),
  'isv.BLACK_KEY_CONTROL_LIMIT': editor('短信内容命中关键词管控'),
  'isv.PARAM_LENGTH_LIMIT': editor('短信变量超长'),
  'isv.PARAM_NOT_SUPPORT_URL': editor('短信变量不得含有链接'),
  'isv.TEMPLATE_MISSING_PARAMETERS': operator('模板变量缺失，请核对线路的模板编号'),
  'isv.INVALID_PARAMETERS': operator('参数有误，请核对短信设置'),
  'isv.INVALID_JSON_PARAM': operator('模板变量格式有误'),
  'isv.MOBILE_NUMBER_ILLEGAL': operator('收件人中有非法号码，请在终端登记簿更正'),
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': operator('收件人中有不支持的号码'),
  'isv.MOBILE_COUNT_OVER_LIMIT': operator('单次号码过多，请减小 SMS_BATCH'),
  'isp.SYSTEM_ERROR': { act: 'unknown', words: '短信平台系统错误' },
  'Throttling.User': { act: 'busy', waitMs: 1000, words: '请求过快' },
  'Throttling.Api': { act: 'busy', waitMs: 1000, words: '请求过快' },
  Throttling: { act: 'busy', waitMs: 1000, words: '请求过快' },
  SignatureNonceUsed: { act: 'busy', waitMs: 1000, words: '请求随机数重复' },
  'InvalidTimeStamp.Expired': operator('服务器时钟不准，请校时'),
  SignatureDoesNotMatch: operator('访问密钥有误'),
  'InvalidAccessKeyId.NotFound': operator('访问密钥不存在'),
};

const hour = 3_600_000;

/**
 * @param message names the window that is full: 触发分钟级/小时级/天级流控
 * @param now instant of the answer, for quotas
 */
export function smsError(code: string, message: string, now: Date): ChannelError {
  const meaning = smsErrors[code];
  if (meaning === undefined) return new OutcomeUnknown(`短信平台返回未知错误 ${code}：${message}`);
  const words = `${meaning.words}（${code}）`;
  switch (meaning.act) {
    case 'busy':
      return message.includes('天级')
        ? new QuotaSpent(dayAfter(now), words)
        : new FarEndBusy(words, { waitMs: message.includes('小时级') ? hour : meaning.waitMs });
    case 'tomorrow':
      return new QuotaSpent(dayAfter(now), words);
    case 'unknown':
      return new OutcomeUnknown(words);
    case 'operator':
      return new OperatorNeeded(words);
    case 'editor':
      return new ContentRefused(meaning.field, words);
  }
}

/** The provider's day is the 24 hours after the first message. */
const dayAfter = (now: Date): string => new Date(now.getTime() + 24 * hour).toISOString();

/**
 * An HTTP error without a `Code`: it comes from whatever stands in front of the provider.
 * @returns a declared error; below 500 nothing was sent
 */
export function smsHttpError(status: number): ChannelError {
  return status >= 500
    ? new OutcomeUnknown(`短信平台暂时无法访问（HTTP ${status}），正在核实`)
    : new OperatorNeeded(`短信平台拒绝请求（HTTP ${status}），请核对 SMS_API_URL`);
}
