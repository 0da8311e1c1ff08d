import { hitAt, matches, type LineRule } from './text.line.ts';

const source = '校对规范：重复';

/** The same preposition before the year and again before the month, and the like. */
const doubledPreposition: LineRule = (line) =>
  matches(line, /(自|从|于|至|到)(\d{4}年(?:\d{1,2}月)?)\1(?=\d)/g, ([, word = '', date = '']) => ({
    rule: 'doubled-word',
    severity: 'advise',
    message: `“${word}”重复。`,
    remedy: `应为“${word}${date}”，请删去一个“${word}”。`,
    repair: `${word}${date}`,
    source,
  }));

/**
 * A word of two to four characters written twice in a row. Verbs may be doubled on purpose (研究研究): only
 * what is no verb of that kind.
 */
const doubledWord: LineRule = (line) =>
  matches(line, /(进行|关于|以及|对于|根据|按照|通过|我市|全市|的通知|工作)\1/g, ([, word = '']) => ({
    rule: 'doubled-word',
    severity: 'advise',
    message: `“${word}”连写了两遍。`,
    remedy: '请删去一个。',
    repair: word,
    source,
  }));

const shortest = 10;

/** A clause that stands twice in one paragraph. */
const doubledClause: LineRule = (line) => {
  const seen = new Set<string>();
  const told = new Set<string>();
  return line.dense
    ? []
    : line.text.split(/[，。；：！？,;!?\n]/).flatMap((raw) => {
        const clause = raw.trim();
        if (clause.length < shortest) return [];
        if (!seen.has(clause)) {
          seen.add(clause);
          return [];
        }
        if (told.has(clause)) return [];
        told.add(clause);
        return [
          {
            rule: 'doubled-clause',
            severity: 'advise' as const,
            ...hitAt(line, line.text.lastIndexOf(clause), clause.length),
            message: `同一段中“${clause}”出现两次。`,
            remedy: '请核对是否重复，删去一处。',
            source,
          },
        ];
      });
};

export const repetition: readonly LineRule[] = [doubledPreposition, doubledWord, doubledClause];
