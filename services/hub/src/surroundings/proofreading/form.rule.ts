import { matches, type LineRule } from './text.line.ts';

/** What an author meant to fill in later. */
const placeholders: LineRule = (line) =>
  matches(
    line,
    /【待[^】]{0,16}】|\[待[^\]]{0,16}\]|(?<![A-Za-z0-9])[Xx×]{2,}(?![A-Za-z0-9])|20(?:XX|xx|××)|〔(?:20)?\s*〕|(?<![A-Za-z])TK(?![A-Za-z])|[Ll]orem ipsum|_{4,}|（此处[^）]{0,12}）/g,
    ([hit = '']) => ({
      rule: 'placeholder',
      severity: 'block',
      message: `留有占位文字“${hit}”。`,
      remedy: '请填写实际内容。',
      source: '发布前检查：占位文字',
    }),
  );

/** GB/T 9704-2012, 7.2.5: hexagonal brackets, no 第, no leading zero. */
const documentNumbers: LineRule = (line) =>
  matches(
    line,
    /([一-龥]{2,12}(?:发|函|办|字|通|令))([[［(（【〔])((?:19|20)\d{2})([\]］)）】〕])\s*(第?)(0*)([1-9]\d*)号/g,
    ([, body = '', open, year = '', , nth, zeros, n = '']) => {
      if (open === '〔' && nth === '' && zeros === '') return null;
      return {
        rule: 'document-number',
        severity: 'advise',
        message: '发文字号格式不规范。',
        remedy: `应为“${body}〔${year}〕${n}号”（六角括号，不加“第”，不编虚位）。`,
        repair: `${body}〔${year}〕${n}号`,
        source: 'GB/T 9704-2012 7.2.5',
      };
    },
  );

const weekdays = '日一二三四五六';

const dates: LineRule = (line) =>
  matches(
    line,
    /(\d{4})年(\d{1,2})月(\d{1,2})日(?:[（(]?(?:星期|周)([一二三四五六日天])[)）]?)?/g,
    ([all = '', year, month, day, said]) => {
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      const source = '发布前检查：日期';
      if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
        return {
          rule: 'bad-date',
          severity: 'block',
          message: `“${all}”不是存在的日期。`,
          remedy: '请核对日期。',
          source,
        };
      const real = weekdays[date.getUTCDay()];
      if (said === undefined || real === (said === '天' ? '日' : said)) return null;
      return {
        rule: 'bad-weekday',
        severity: 'block',
        message: `${year}年${month}月${day}日是星期${real}，文中写的是星期${said}。`,
        remedy: '请核对日期和星期。',
        source,
      };
    },
  );

const pairs = [
  ['《', '》'],
  ['“', '”'],
  ['（', '）'],
  ['〔', '〕'],
  ['【', '】'],
] as const;

/**
 * Opening and closing marks of one paragraph. A closing bracket after a number begins an item: 1） and （一）
 * stand apart.
 */
const unpaired: LineRule = (line) => {
  const text = line.text
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/(^|[\n，。；、\s])[\da-zA-Z一二三四五六七八九十]{1,3}）/g, '$1');
  const count = (mark: string): number => text.split(mark).length - 1;
  return pairs
    .filter(([open, close]) => count(open) !== count(close))
    .map(([open, close]) => ({
      rule: 'unpaired',
      severity: 'advise' as const,
      field: line.field,
      excerpt: text.slice(0, 24),
      message: `“${open}${close}”没有成对出现。`,
      remedy: '请核对标点。',
      source: 'GB/T 15834-2011',
    }));
};

const relativeDates: LineRule = (line) =>
  matches(
    line,
    /(?<!美好|更加美好的|走向|创造|拥抱)(明日|明天|后天|昨日|昨天|本周[一二三四五六日]|下周[一二三四五六日])(?!会更好|更好)/g,
    ([word = '']) => ({
      rule: 'relative-date',
      severity: 'advise',
      message: `“${word}”要看读到的日子才知道是哪天。`,
      remedy: '请写明具体日期。',
      source: '明白话检查',
    }),
  );

export const forms: readonly LineRule[] = [placeholders, documentNumbers, dates, unpaired, relativeDates];
