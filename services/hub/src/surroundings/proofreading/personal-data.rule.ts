import { endsWithName } from './surnames.ts';
import { matches, type LineRule } from './text.line.ts';

const source = '《个人信息保护法》第二十五条；《政府信息公开条例》第十五条';
const remedy = '请删除，或只保留前后几位并以*号遮盖。';
const masked = (digits: string): string =>
  `${digits.slice(0, 4)}${'*'.repeat(digits.length - 6)}${digits.slice(-2)}`;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const hasIdForm = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
/** GB 11643: the last character of an ID number is a check over the others. */
const isIdNumber = (text: string): boolean =>
  '10X98765432'[
    [...text.slice(0, 17)].reduce((sum, digit, n) => sum + Number(digit) * (weights[n] ?? 0), 0) % 11
  ] === text[17]?.toUpperCase();

/** ISO/IEC 7812: what a card number satisfies. */
function isCardNumber(text: string): boolean {
  const sum = [...text].reverse().reduce((total, digit, n) => {
    const value = Number(digit) * (n % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const hidden = (line: ReturnType<LineRule>): ReturnType<LineRule> =>
  line.map((f) => ({ ...f, excerpt: f.excerpt?.replace(/\d[\dXx]{9,}/g, masked) }));

/** In a table: what the column of a place is called in the first row. */
function columnTitle(text: string, at: number): string {
  const row = text.lastIndexOf('\n', at - 1) + 1;
  const column = text.slice(row, at).split('\t').length - 1;
  return text.slice(0, Math.max(0, text.indexOf('\n'))).split('\t')[column] ?? '';
}

const namesId = /身份证|身份号码|证件号/;

/** What is said to be one, and what can be nothing else. */
const idNumbers: LineRule = (line) =>
  hidden(
    matches(line, /(?<!\d)\d{14}(?:[\dXx]|\d{2}[\dXx]|\d{3}[\dXx])(?![\dXx])/g, (match) => {
      const [id] = match;
      const before = line.text.slice(Math.max(0, match.index - 12), match.index).replace(/.*[\t\n]/s, '');
      const isNamed =
        namesId.test(before) || (line.dense && namesId.test(columnTitle(line.text, match.index)));
      if (!isNamed && !(hasIdForm.test(id) && isIdNumber(id))) return null;
      return {
        rule: 'personal-data',
        severity: 'block',
        message: `公开的文字里有身份证号 ${masked(id)}。`,
        remedy,
        repair: masked(id),
        source,
      };
    }),
  );

const cardNumbers: LineRule = (line) =>
  hidden(
    matches(line, /(?<=(?:卡号|账号|帐号|账户)[：:\s]{0,3})\d{16,19}(?!\d)/g, ([card = '']) =>
      isCardNumber(card)
        ? {
            rule: 'personal-data',
            severity: 'block',
            message: `公开的文字里有银行卡号 ${masked(card)}。`,
            remedy,
            repair: masked(card),
            source,
          }
        : null,
    ),
  );

/**
 * A mobile number in a list or table, or right behind a name, belongs to somebody; after 电话 or 联系 in running text
 * it is there to be called, and somebody's own all the same when a name stands before it.
 */
const mobileNumbers: LineRule = (line) =>
  hidden(
    matches(line, /(?<![\d.-])1[3-9]\d{9}(?!\d)/g, (match) => {
      const before = line.text.slice(Math.max(0, match.index - 16), match.index);
      const meant = /电话|联系|热线|咨询|值班|手机|传真|举报|投诉/.test(before);
      const ofSomebody = endsWithName(before);
      if (meant && !line.dense && !ofSomebody) return null;
      const found = { rule: 'personal-data', message: `公开的文字里有手机号 ${masked(match[0])}。`, source };
      if (meant && !line.dense)
        return {
          ...found,
          severity: 'advise',
          remedy: '个人手机号会长期公开：请征得本人同意，或改用办公电话。',
        };
      return {
        ...found,
        severity: line.dense || ofSomebody ? 'block' : 'advise',
        remedy: meant ? '名单中的个人电话请删除或遮盖；办公电话请放在正文或“联系方式”中。' : remedy,
        repair: masked(match[0]),
      };
    }),
  );

export const personalData: readonly LineRule[] = [idNumbers, cardNumbers, mobileNumbers];
