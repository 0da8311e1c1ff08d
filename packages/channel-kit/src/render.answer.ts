import { renderAsked, type Rendered } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { Forms } from './forms.ts';
import type { RenditionCache } from './rendition.cache.ts';

/**
 * How an edition would look on this channel, and why not: the same `check` and `render` that the delivery
 * uses.
 */
export async function answerRender<S, R extends Rendition>(
  channel: Pick<Channel<S, R, unknown>, 'id' | 'preview' | 'readings'>,
  made: { readonly renditions: RenditionCache<S, R>; readonly forms: Forms },
  question: unknown,
): Promise<Rendered> {
  const { edition, want } = renderAsked.parse(question);
  const forms = await made.forms.today();
  const drawn = await made.renditions.of(edition, forms);
  if (!drawn.can) return { channel: channel.id, problems: [...drawn.problems] };
  const { rendition } = drawn;
  await made.forms.answered(rendition.hash, forms);
  return {
    channel: channel.id,
    problems: [],
    hash: rendition.hash,
    readings: [...channel.readings(rendition)],
    ...(want === 'preview' ? { preview: await channel.preview(rendition) } : {}),
  };
}
