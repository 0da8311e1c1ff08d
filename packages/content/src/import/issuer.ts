import type { Loss } from './losses/loss.ts';
import { excerptOf } from './losses/loss.ts';

/** Who may be the issuer, and where that stands. */
export interface IssuerSources {
  readonly header: string | null;
  readonly signature: string | null;
  /** “发布机构：…”, “来源：…” in the text. */
  readonly stated: string | null;
  readonly redHead: string | null;
  readonly title: string | null;
}

export interface FoundIssuer {
  readonly issuer: string | null;
  /** Where two places name different bodies: the editor says which is right. */
  readonly doubts: readonly Loss[];
}

const names: Readonly<Record<keyof IssuerSources, string>> = {
  header: '版头信息',
  signature: '落款',
  stated: '正文',
  redHead: '红头',
  title: '标题',
};

/** The header block says it, else the signature, the text, the red head, the title. What contradicts is a doubt. */
export function issuerFrom(sources: IssuerSources): FoundIssuer {
  const found = (['header', 'signature', 'stated', 'redHead', 'title'] as const).flatMap((where) => {
    const value = sources[where];
    return value === null ? [] : [{ where, value }];
  });
  const [first, ...others] = found;
  if (first === undefined) return { issuer: null, doubts: [] };
  const other = others.find(({ value }) => !agree(first.value, value));
  if (other === undefined) return { issuer: first.value, doubts: [] };
  const excerpt = excerptOf(`${names[first.where]}：${first.value}；${names[other.where]}：${other.value}`);
  return {
    issuer: first.value,
    doubts: [{ kind: 'doubtful-issuer', where: '', count: 1, ...(excerpt === undefined ? {} : { excerpt }) }],
  };
}

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
