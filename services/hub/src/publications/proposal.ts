import { audience, channelId, everywhere, lane } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { Matter } from './publication.terms.ts';

/** 中文, for the editor: why it is so. */
const reason = z.string().min(1);

/** The law and its article, in Chinese; `when`: it asks only where a field of the form says one of these. */
const law = z.object({
  article: z.string().min(1),
  when: z.object({ field: z.string(), oneOf: z.array(z.string()).min(1) }).optional(),
});

/** Whether a channel is ticked at first, and why; `law`: leaving it out asks the editor for a reason. */
const proposedChannel = z.object({ channel: channelId, proposed: z.boolean(), reason, law: law.optional() });

/**
 * What is proposed for publications of a type: where they go, how urgently, whom they are meant for. The editor may
 * change all of it. `others`: channels that are not named, also those that come later.
 */
export const proposal = z
  .object({
    channels: z.array(proposedChannel),
    others: z.object({ proposed: z.boolean(), reason }),
    lane: z.object({ value: lane, reason }),
    audience: z.object({ value: audience, reason }),
  })
  .meta({ id: 'Proposal' });
export type Proposal = Frozen<z.infer<typeof proposal>>;

/** Of a type that nobody knows, or that says nothing. */
export const plainProposal: Proposal = {
  channels: [],
  others: { proposed: true, reason: '本类型没有另作规定，默认选全部渠道' },
  lane: { value: 'normal', reason: '没有紧急情形' },
  audience: { value: everywhere, reason: '面向全县公众' },
};

/** Those of all channels that are ticked at first; all of them where none would be left. */
export function channelsProposed({ channels, others }: Proposal, all: readonly string[]): readonly string[] {
  const usual = all.filter((id) => (channels.find(({ channel }) => channel === id) ?? others).proposed);
  return usual.length > 0 ? usual : all;
}

/** A channel that the law asks for. */
export interface Required {
  readonly channel: string;
  readonly article: string;
  readonly reason: string;
}

/** Which channels the law asks for, of an edition with these fields. */
export const channelsRequired = ({ channels }: Proposal, fields: Matter['fields']): readonly Required[] =>
  channels.flatMap(({ channel, reason: why, law: asks }) => {
    if (asks === undefined) return [];
    const { article, when } = asks;
    const value = when === undefined ? undefined : fields[when.field];
    const holds = when === undefined || (typeof value === 'string' && when.oneOf.includes(value));
    return holds ? [{ channel, article, reason: why }] : [];
  });
