import { cutTitleFinding, shortTitle } from '@towncrier/content';
import { channelId, type EditionContent } from '@towncrier/contracts';
import { z } from 'zod';
import type { Finding } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';

/** What a channel will call an edition whose title is too long for it. */
export const titleProposal = z
  .object({
    channel: channelId,
    /** The channel's name. */
    title: z.string(),
    max: z.int().positive().meta({ description: 'UTF-16 units that it has room for' }),
    text: z.string(),
    cut: z.boolean().meta({ description: 'No wording was short enough: it ends in “…”' }),
  })
  .meta({ id: 'TitleProposal' });
export type TitleProposal = z.infer<typeof titleProposal>;

/** The short title of each channel that has too little room for the title and shortens it by itself. */
export const titleProposals = (
  content: EditionContent,
  channels: readonly KnownChannel[],
): readonly TitleProposal[] =>
  roomsOf(channels).flatMap(({ channel, title, max }) => {
    const proposed = shortTitle({ content }, max);
    return content.title.length <= max ? [] : [{ channel, title, max, ...proposed }];
  });

/** Where a title had to be cut: worth a look, and no obstacle. */
export const cutTitles = (
  content: EditionContent,
  channels: readonly KnownChannel[],
): readonly (Finding & { readonly severity: 'advise' })[] =>
  roomsOf(channels).flatMap(({ title, max }) => {
    const found = cutTitleFinding({ content }, max, title);
    return found === null ? [] : [{ rule: 'title-cut', severity: 'advise' as const, ...found }];
  });

function roomsOf(channels: readonly KnownChannel[]) {
  return channels.flatMap(({ id, doc: { announced } }) =>
    announced.can.limits
      .filter(({ field, shortened }) => field === 'title' && shortened === true)
      .map(({ max }) => ({ channel: id, title: announced.title, max })),
  );
}
