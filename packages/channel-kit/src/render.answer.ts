import { isForAnother, writtenFor } from '@towncrier/content';
import { renderAsked, type Edition, type Rendered } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { Forms } from './forms.ts';
import type { Meant, TargetReader } from './register/target.declaration.ts';
import type { RenditionCache } from './rendition.cache.ts';

/**
 * How an edition would look on this channel, and why not: the same `check` and `render` that the delivery
 * uses.
 */
export async function answerRender<S, R extends Rendition>(
  channel: Pick<Channel<S, R, unknown>, 'id' | 'can' | 'notes' | 'parts' | 'estimate' | 'cost'>,
  made: {
    readonly renditions: RenditionCache<S, R>;
    readonly forms: Forms;
    readonly targets: TargetReader;
    /** Ids of the targets that are meant. */
    readonly resolve: (meant: Meant) => Promise<readonly string[]>;
  },
  question: unknown,
): Promise<Rendered> {
  const { edition, want, meant } = renderAsked.parse(question);
  const { renditions } = made;
  const forms = await made.forms.today();
  const drawn = await renditions.of(edition, forms);
  if (!drawn.can) return { channel: channel.id, problems: [...drawn.problems] };
  const { rendition } = drawn;
  await made.forms.answered(rendition.hash, forms);
  const estimate =
    want !== 'preview' || meant === undefined || channel.estimate === undefined
      ? []
      : await channel.estimate(rendition, { meant: await made.resolve(meant), targets: made.targets });
  const cost =
    want !== 'cost' || meant === undefined || channel.cost === undefined
      ? undefined
      : await channel.cost(rendition, { meant: await made.resolve(meant), targets: made.targets });
  const parts = channel.parts?.(rendition);
  const notes = [
    ...(channel.notes?.(rendition) ?? []),
    ...estimate,
    ...passedOver(channel, edition, parts ?? {}),
  ];
  return {
    channel: channel.id,
    problems: [],
    hash: rendition.hash,
    readings: [...(await renditions.readingsOf(edition, forms))],
    ...(parts === undefined ? {} : { parts }),
    ...(cost === undefined ? {} : { cost }),
    ...(notes.length === 0 ? {} : { notes: [...notes] }),
    ...(want === 'preview' ? { preview: await renditions.previewOf(edition, forms) } : {}),
  };
}

/** A mark before them and topics between their own signs leave words what they are. */
const spoken = (words: string): string => words.replace(/[#＃\s]/gu, '');

/** What is urgent goes out without own words that have no room, or are for another text: whoever wrote them is told. */
const passedOver = (
  { id, can }: Pick<Channel, 'id' | 'can'>,
  { content, urgent }: Edition,
  parts: Readonly<Record<string, string>>,
): readonly string[] =>
  (can.ownWords ?? []).flatMap(({ part, title }) => {
    const words = writtenFor(content, id, part);
    if (urgent !== true || words === null) return [];
    if (isForAnother(content, { channel: id, part }))
      return [`${title}的改写没有对照改过的正文核对，应急发布按正文发出`];
    return spoken(parts[part] ?? '').includes(spoken(words))
      ? []
      : [`${title}的改写放不下，应急发布按正文发出`];
  });
