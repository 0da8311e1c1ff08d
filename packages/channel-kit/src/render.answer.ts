import { edition, type Rendered } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';

/** How an edition would look on this channel, and why not: the same `check` and `render` that the delivery uses. */
export async function answerRender<S, R extends Rendition>(channel: Channel<S, R, unknown>, settings: S, question: unknown): Promise<Rendered> {
  const asked = edition.parse(question);
  const problems = [...channel.check(asked, settings)];
  if (problems.length > 0) return { channel: channel.id, problems };
  const rendition = await channel.render(asked, settings);
  return { channel: channel.id, problems, hash: rendition.hash, preview: await channel.preview(rendition) };
}
