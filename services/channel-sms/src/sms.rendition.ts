import type { Rendition, Withdrawal } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import type { Edition, Preview, Problem, Reading } from '@towncrier/contracts';
import {
  checkSms,
  partOf,
  renderSms,
  lessForOneFewer,
  smsFragments,
  smsProfile,
  smsWithdrawal,
  type SmsProfile,
} from './render/sms.text.ts';
import { formOfRoute, wordsAround, type Route } from './route.ts';

/** What one form of routes sends: `variable` goes into the template, `text` is what the handset shows. */
export interface FormText {
  readonly form: string;
  readonly variable: string;
  readonly text: string;
  readonly changed: number;
}

/** One text for each form that the county's routes have. */
export interface SmsRendition extends Rendition {
  readonly texts: readonly FormText[];
  /** What the first of them says between the signature and the address. */
  readonly told: string;
}

/** The house's limits with the signature and the fixed ending of a form. */
const profileOf = (form: string): SmsProfile => ({ ...smsProfile, ...wordsAround(form) });

/** Of a single form the hash is the one of its text alone, as before routes had forms. */
export function renderForms(edition: Edition, forms: readonly string[]): SmsRendition {
  const texts = forms.map((form): FormText => {
    const { variable, text, changed } = renderSms(edition, profileOf(form));
    return { form, variable, text, changed };
  });
  const told = partOf(edition, texts[0]?.variable ?? '');
  return { texts, told, hash: hashText(texts.map(({ text }) => text).join('\n')) };
}

/** What stands in the way of any of the forms, each thing said once. */
export function checkForms(edition: Edition, forms: readonly string[]): readonly Problem[] {
  if (forms.length === 0) return [noRoutes];
  const found = forms.flatMap((form) => checkSms(edition, profileOf(form)));
  const said = new Map(found.map((problem) => [`${problem.field} ${problem.message}`, problem]));
  return [...said.values()].map((problem) => ({ channel: 'sms', ...problem }));
}

const noRoutes: Problem = {
  channel: 'sms',
  field: 'channels',
  message: '登记簿里没有短信线路，短信无法发送。',
  remedy: '请先在终端登记簿登记短信线路，或不选短信渠道。',
};

/** What handsets show; the routes of a form differ by their signature. */
export const readingsOf = ({ texts }: SmsRendition): readonly Reading[] =>
  texts.map(({ form, text }) => ({ where: texts.length === 1 ? '' : wordsAround(form).signature, text }));

export function previewForms({ texts }: SmsRendition): Preview {
  const messages = texts.map(({ form, text }) => ({
    where: wordsAround(form).signature,
    parts: [...smsFragments(text)],
  }));
  return { kind: 'text', parts: messages.flatMap(({ parts }) => parts), messages };
}

/**
 * What each text costs in fragments. The brackets of the signature are in no seven-bit alphabet, so that every
 * message travels in UCS-2.
 */
export const notesOf = ({ texts }: SmsRendition): readonly string[] =>
  texts.map(({ form, text, changed }) => {
    const less = lessForOneFewer(text);
    const { single, part } = smsProfile;
    const fragments = smsFragments(text).length;
    const room = fragments === 1 ? `一条 ${single.max} 字` : `每条 ${part.max} 字`;
    return [
      `【${wordsAround(form).signature}】计 ${fragments} 条：共 ${text.length} 字，含签名（UCS-2 编码，${room}）`,
      ...(less === null ? [] : [`删去 ${less} 个字可省 1 条`]),
      ...(changed === 0 ? [] : [`正文中的括号【】${changed} 处改为〔〕，以免被当成签名`]),
    ].join('；');
  });

/** The variable that tells of a withdrawal over this route. */
export const takenBackBy = (route: Route, withdrawal: Withdrawal): string =>
  smsWithdrawal(withdrawal, profileOf(formOfRoute(route))).variable;
