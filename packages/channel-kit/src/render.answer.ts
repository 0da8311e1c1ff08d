import { renderAsked, type Rendered } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { RenditionCache } from './rendition.cache.ts';

/**
 * How an edition would look on this channel, and why not: the same `check` and `render` that the delivery
 * uses.
 */
export async function answerRender<S, R extends Rendition>(
  channel: Channel<S, R, unknown>,
  settings: S,
  renditions: RenditionCache<S, R>,
  question: unknown,
): Promise<Rendered> {
  const { edition, want } = renderAsked.parse(question);
  const problems = [...channel.check(edition, settings)];
  if (problems.length > 0) return { channel: channel.id, problems };
  const rendition = await renditions.of(edition);
  return {
    channel: channel.id,
    problems,
    hash: rendition.hash,
    ...(want === 'preview' ? { preview: await channel.preview(rendition) } : {}),
  };
}
