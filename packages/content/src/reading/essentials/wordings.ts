import type { Essential } from '@towncrier/contracts';

const end = /[。；;，,.\s]+$/u;
/** Something that tells a moment or a span. */
export const timeWords =
  /\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{1,2}[:：时点]|[周星期][一二三四五六日天]|全天|每天|每日|即日|工作日/u;

/**
 * The words of an essential, the fullest first: all of them, their first sentence, of times and sums the first
 * clause; times also without the year in which the notice was written. A sentence without a label stays whole.
 * Nothing is cut inside a clause, and each stands in the notice as it is but for that year.
 * @param year in which the notice was written (YYYY), if it is known
 */
export function wordingsOf(
  { kind, label, words }: Pick<Essential, 'kind' | 'label' | 'words'>,
  year: string | null,
): readonly string[] {
  const isTime = kind === 'when' || kind === 'deadline';
  const whole = words.replace(end, '');
  const fuller = label === '' ? [whole] : [whole, ...beginnings(whole, isTime || kind === 'amount', isTime)];
  const told = fuller.map((said) => said.replace(end, '')).filter((said) => said !== '');
  const shorter =
    isTime && year !== null ? told.flatMap((said) => [said, said.replaceAll(`${year}年`, '')]) : told;
  return [...new Set(shorter)].sort((a, b) => b.length - a.length);
}

/** The first sentence, and the first clause of it that tells what is asked. */
function beginnings(whole: string, byClause: boolean, isTime: boolean): readonly string[] {
  const [sentence = whole] = whole.split(/[。；;]/u);
  if (!byClause) return [sentence];
  const [first = ''] = sentence.split(/，(?![^（(]*[）)])/u);
  return (isTime ? timeWords : /\d/u).test(first) ? [sentence, first] : [sentence];
}
