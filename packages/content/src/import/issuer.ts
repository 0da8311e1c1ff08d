import { believed, said, type Found } from './places.ts';

/** Who may be the issuer, and where that stands. */
export interface IssuerSources {
  readonly header: string | null;
  readonly signature: string | null;
  /** “发布机构：…”, “来源：…” in the text. */
  readonly stated: string | null;
  readonly redHead: string | null;
  readonly title: string | null;
}

/** The header block says it, else the signature, the text, the red head, the title. What contradicts is a doubt. */
export const issuerFrom = ({ header, signature, stated, redHead, title }: IssuerSources): Found =>
  believed(
    [
      ...said('版头信息', header),
      ...said('落款', signature),
      ...said('正文', stated),
      ...said('红头', redHead),
      ...said('标题', title),
    ],
    { kind: 'doubtful-issuer', agree },
  );

const label = /^(?:信息来源|来\s*源|发布机构|发布单位|发文单位|招\s*标\s*人|采\s*购\s*人)\s*[：:]\s*/u;

/** The body that a line of the text names as the one who speaks; null when none does. */
export function statedIn(lines: readonly (string | undefined)[]): string | null {
  for (const line of lines.toReversed()) {
    if (line === undefined || !label.test(line)) continue;
    const [name = ''] = line.replace(label, '').split(/\s/u);
    if (/^[\p{Script=Han}（()）]{3,40}$/u.test(name)) return name;
  }
  return null;
}

/** One name is short for the other, or one of several that signed together: 市水务局, 开远市水务局. */
function agree(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
