/** The text as the standard wants it, and what was put right, in Chinese. */
export interface Repaired {
  readonly xml: string;
  readonly notes: readonly string[];
}

interface Flaw {
  readonly found: RegExp;
  readonly put: string;
  readonly note: string;
}

/** Where an instant stands: between the tags of an element of time, or as the last part of a reference. */
const before = String.raw`(<(?:\w+:)?(?:sent|effective|onset|expires)>\s*|,)`;
const instant = String.raw`(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})`;

/** Flaws that change no word, in the order in which they are looked for. */
const flaws: readonly Flaw[] = [
  { found: /^\uFEFF/, put: '', note: '报文开头有字节序标记（BOM），已去掉' },
  { found: /^\s+(?=<)/, put: '', note: '报文开头有空行，已去掉' },
  {
    found: /(["'])urn:oasis:names:tc:emergency:cap:1\.[01]\1/g,
    put: '"urn:oasis:names:tc:emergency:cap:1.2"',
    note: '报文是 CAP 1.1，已按 1.2 读取',
  },
  {
    found: new RegExp(`${before}${instant}\\.\\d+`, 'g'),
    put: '$1$2',
    note: '报文时间带有毫秒，已去掉',
  },
  {
    found: new RegExp(`${before}${instant}Z`, 'g'),
    put: '$1$2+00:00',
    note: '报文时间以 Z 结尾，已改为 +00:00',
  },
  {
    found: new RegExp(`${before}${instant}([-+]\\d{2})(\\d{2})`, 'g'),
    put: '$1$2$3:$4',
    note: '报文时区缺少冒号，已补上',
  },
];

/** Puts right what older senders write. Says so: the message itself is kept as it came. */
export function repaired(text: string): Repaired {
  let xml = text;
  const notes: string[] = [];
  for (const { found, put, note } of flaws) {
    const better = xml.replace(found, put);
    if (better !== xml) notes.push(note);
    xml = better;
  }
  return { xml, notes };
}
