import {
  ChannelError,
  ContentRefused,
  CredentialsStale,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from './errors.ts';

/** What an error means for the delivery: who acts next, and when. */
export type Verdict =
  | { readonly kind: 'busy'; readonly waitMs: number | null; readonly words: string }
  | { readonly kind: 'credentials'; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'quota'; readonly until: string; readonly words: string }
  | { readonly kind: 'operator'; readonly words: string }
  | { readonly kind: 'unknown'; readonly hint: string | null; readonly words: string };

/** After so many failed tries in a row an answer that nobody understands is a person's, not time's. */
const patience = 5;

/**
 * @param irreversible whether the error came out of the one call that the public may have noticed: then
 * everything that is not one of the six declared errors has an unknown outcome, and nobody may simply try again
 * @param tries failed tries since the last success; no loop is without an end
 */
export function judge(error: unknown, irreversible: boolean, tries = 0): Verdict {
  if (error instanceof FarEndBusy) return { kind: 'busy', waitMs: error.waitMs, words: error.words };
  if (error instanceof CredentialsStale)
    return tries === 0
      ? { kind: 'credentials', words: error.words }
      : { kind: 'operator', words: `${error.words}；重新获取后仍被拒绝，请核对账号凭证` };
  if (error instanceof ContentRefused) return { kind: 'refused', words: ofField(error) };
  if (error instanceof QuotaSpent) return { kind: 'quota', until: error.until, words: error.words };
  if (error instanceof OperatorNeeded) return { kind: 'operator', words: error.words };
  if (error instanceof OutcomeUnknown) return judgeUnknown(error, irreversible, tries);
  const words = plain(error);
  return irreversible
    ? { kind: 'unknown', hint: null, words: `结果不明，正在核实：${words}` }
    : { kind: 'busy', waitMs: null, words: `暂时失败，稍后重试：${words}` };
}

/** Words for a clerk: the part of the notice by its name, where it has one. */
const fields: Readonly<Record<string, string>> = { title: '标题', body: '正文', rendition: '渠道稿' };
const ofField = ({ field, words }: ContentRefused): string =>
  fields[field] === undefined ? words : `${fields[field]}：${words}`;

/** Where nothing could have come out, it is tried again, but not for ever. */
function judgeUnknown({ hint, words }: OutcomeUnknown, irreversible: boolean, tries: number): Verdict {
  if (irreversible) return { kind: 'unknown', hint, words };
  return tries < patience
    ? { kind: 'busy', waitMs: null, words: `暂时失败，稍后重试：${words}` }
    : { kind: 'operator', words: `多次重试仍失败：${words}` };
}

function plain(error: unknown): string {
  if (error instanceof ChannelError) return error.words;
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return '对方超时未应答';
  return error instanceof Error ? error.message.slice(0, 300) : '未知错误';
}
