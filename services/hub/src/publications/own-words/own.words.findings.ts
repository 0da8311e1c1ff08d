import { mainTextHash, ownField } from '@towncrier/content';
import type { EditionContent, OwnPart, OwnWords } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';
import { differingFigures, type Differing } from './differing.figures.ts';

/** A channel, as far as it says what may be written for it alone. */
export interface Taking {
  readonly id: string;
  readonly doc: {
    readonly announced: {
      readonly title: string;
      readonly can: { readonly ownWords?: readonly Pick<OwnPart, 'part' | 'title'>[] | undefined };
    };
  };
}

/**
 * What is to be said of words that were written for single channels. `known`: every channel that ever announced
 * itself; only those of `meant` are looked at, the others say nothing.
 */
export function ownWordsFindings(
  content: EditionContent,
  known: readonly Taking[],
  meant: readonly string[] | undefined,
): readonly Finding[] {
  const now = mainTextHash(content);
  return (content.ownWords ?? [])
    .filter(({ channel }) => meant?.includes(channel) ?? true)
    .flatMap((own): readonly Finding[] => {
      const part = partIn(known, own);
      if (part === null) return [undeclared(own, known)];
      if (own.words === '') return [empty(own, part)];
      const isStale = own.against !== now;
      const differing = differingFigures(content, own.words, isStale);
      return [
        ...(isStale ? [stale(own, part)] : []),
        ...differing.map((one) => differs(own, part, one, isStale)),
      ];
    });
}

/** “短信”的短信正文; null where the channel takes no such words. */
function partIn(known: readonly Taking[], own: OwnWords): string | null {
  const announced = known.find(({ id }) => id === own.channel)?.doc.announced;
  const part = announced?.can.ownWords?.find((one) => one.part === own.part);
  return announced === undefined || part === undefined ? null : `“${announced.title}”的${part.title}`;
}

const source = '渠道改写';

const undeclared = (own: OwnWords, known: readonly Taking[]): Finding => {
  const title = known.find(({ id }) => id === own.channel)?.doc.announced.title ?? own.channel;
  return {
    rule: 'own-words-unknown',
    severity: 'block',
    field: ownField(own),
    message: `渠道“${title}”不接受这一项改写，写了也不会发出。`,
    remedy: '请恢复继承，使该渠道按正文发布。',
    source,
  };
};

const empty = (own: OwnWords, part: string): Finding => ({
  rule: 'own-words-empty',
  severity: 'block',
  field: ownField(own),
  message: `${part}改写了，但没有写内容。`,
  remedy: '请填写，或恢复继承。',
  source,
});

const stale = (own: OwnWords, part: string): Finding => ({
  rule: 'own-words-stale',
  severity: 'advise',
  field: ownField(own),
  message: `正文在改写之后又改过：${part}还没有对照新的正文核对。`,
  remedy: '请对照正文核对改写：仍然适用的请点“已核对”，不适用的请改写或恢复继承。',
  source,
});

/** An old number beside a new text goes no further; one that somebody has compared with it is told. */
const differs = (own: OwnWords, part: string, { words, instead }: Differing, isStale: boolean): Finding => ({
  rule: 'own-words-differ',
  severity: isStale ? 'block' : 'advise',
  field: ownField(own),
  excerpt: words,
  message: `${part}写着“${words}”，正文里没有${instead.length === 0 ? '' : `，正文的要素是“${instead.slice(0, 4).join('、')}”`}。`,
  remedy: isStale ? '请改成与正文一致；确实无误的请先点“已核对”。' : '请核对；有误的请改写或恢复继承。',
  source,
});
