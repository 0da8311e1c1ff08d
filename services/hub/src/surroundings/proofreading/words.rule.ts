import { AhoCorasick } from '@monyone/aho-corasick';
import { z } from 'zod';
import bodies from './dictionaries/bodies.json' with { type: 'json' };
import words from './dictionaries/words.json' with { type: 'json' };
import { hitAt, type LineRule } from './text.line.ts';

const entry = z.object({
  wrong: z.string(),
  right: z.string(),
  severity: z.enum(['block', 'advise']),
  reason: z.string(),
  source: z.string(),
  /** Phrases in which the word is right. */
  contexts: z.array(z.string()),
  /** Wrong in texts written from this day on. */
  since: z.iso.date().optional(),
});
const dictionary = z.object({ version: z.string(), owner: z.string(), words: z.array(entry) });
const entries = [words, bodies].flatMap((file) => dictionary.parse(file).words);
const byWrong = new Map(entries.map((e) => [e.wrong, e]));
const automaton = new AhoCorasick([...byWrong.keys()]);

/**
 * Full width to half width, and one kind of quotation: as long as before, so that places stay what they are.
 */
const normal = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/**
 * Words that are wrong, with the right one and the reason; the dictionaries are data and never leave the
 * server.
 */
export const wrongWords: LineRule = (line, { content }) => {
  const text = normal(line.text);
  return automaton.matchInText(text).flatMap(({ begin, keyword }) => {
    const found = byWrong.get(keyword);
    if (
      found === undefined ||
      allowed(text, begin, found.contexts) ||
      (found.since !== undefined &&
        (content.header.writtenOn ?? content.header.publishedOn ?? '9999') < found.since)
    )
      return [];
    return [
      {
        rule: 'wrong-word',
        severity: found.severity,
        ...hitAt(line, begin, keyword.length),
        message: `“${keyword}”${found.reason}。`,
        remedy: `应为“${found.right}”，请核对。`,
        repair: found.right,
        source: found.source,
      },
    ];
  });
};

/** The hit lies inside a phrase in which the word is right. */
function allowed(text: string, begin: number, contexts: readonly string[]): boolean {
  return contexts.some((phrase) => {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      if (at <= begin && begin < at + phrase.length) return true;
    return false;
  });
}
