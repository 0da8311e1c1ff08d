import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { lossKinds, type LossKind, type LossKindName } from './loss.kinds.ts';

const kinds = Object.keys(lossKinds) as [LossKindName, ...LossKindName[]];

/** Words of the original that are shown with a loss: enough to find the place. */
export const excerptLength = 60;

/**
 * Something of the original that is not in the content as it was: what, where and how much. `where` is Chinese
 * and counts as a reader does: “第3段”, “第2张表第4行第1格”, “第5页”, “脚注2”; empty when it is about the whole.
 */
export const loss = z
  .strictObject({
    kind: z.enum(kinds),
    where: z.string().max(60),
    count: z.int().positive(),
    excerpt: z
      .string()
      .max(excerptLength + 1)
      .optional(),
  })
  .meta({ id: 'Loss' });
export type Loss = z.infer<typeof loss>;

export const severityOf = ({ kind }: Loss): 'block' | 'advise' => lossKinds[kind].severity;

/** One loss as the editor reads it. */
export function lossFinding({ kind, where, count, excerpt }: Loss): Finding {
  const { title, done, remedy, field = 'body' }: LossKind = lossKinds[kind];
  const place = where === '' ? '' : `${where}：`;
  const many = count === 1 ? '' : `${count}处`;
  const words = excerpt === undefined ? '' : `“${excerpt}”`;
  return { field, message: `${place}${many}${title}${words}${done}。`, remedy };
}

/** Cut to what a loss may show; undefined when nothing can be seen of it. */
export function excerptOf(words: string): string | undefined {
  const seen = words.replace(/\s+/gu, ' ').trim();
  if (seen === '') return undefined;
  const cut = [...seen].slice(0, excerptLength / 2).join('');
  return cut === seen ? seen : `${cut}…`;
}
