import { hanDigits } from './han.digits.ts';
import { format as shown, isDateFormat } from 'numfmt';

/** A number as people see it; `faithful` is false where its format is one that is not understood. */
export interface Displayed {
  readonly text: string;
  readonly faithful: boolean;
}

/** Days between the two first days that workbooks count from (1899-12-31 and 1904-01-01). */
const days1904 = 1462;
/** Digits in the numerals of Chinese (`[DBNum1]`) and the like are shown as others. */
const otherNumerals = /\[(?:DBNum|NatNum)\d/iu;

/**
 * What a spreadsheet shows for a number in a format. Whole numbers that it would shorten to 5.32502E+11 keep
 * all their digits: they are codes.
 */
export function display(value: number, format: string, from1904: boolean): Displayed {
  const code = chineseNamesOf(format);
  const short = code === 'General' || code === '@' || /^[0#.]+E\+0+$/iu.test(code);
  if (short && Number.isSafeInteger(value) && Math.abs(value) >= 1e11)
    return { text: String(value), faithful: true };
  try {
    const at = from1904 && isDateFormat(code) ? value + days1904 : value;
    const text = shown(code, at, { locale: 'zh-CN' }).trim();
    const han = hanDigits(code);
    if (han !== null) return { text: han(text), faithful: true };
    return { text, faithful: !otherNumerals.test(code) };
  } catch {
    return { text: shown('General', value), faithful: false };
  }
}

/** What a Chinese spreadsheet calls General and AM/PM, in the words of the format. */
const chineseNamesOf = (format: string): string =>
  format.replaceAll('G/通用格式', 'General').replaceAll('上午/下午', 'AM/PM');
