import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered, type Objection } from '../../access/steps/offered.ts';
import { text } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';
import { channelPermissions } from './channel.permissions.ts';
import type { KnownChannel } from './known.channel.ts';

/** A channel that is there would only announce itself again. */
export const removalObjection = ({ online, doc }: KnownChannel): Objection | null =>
  online
    ? {
        code: 'online',
        words: `渠道“${doc.announced.title}”在线，移除后会自行恢复；请先停止该渠道的服务，再移除`,
      }
    : null;

/** What a person may do with a channel. */
export const channelSteps = (who: Person, channel: KnownChannel): Step[] =>
  offered([
    candidates(who, channelPermissions, 'Channel')(
      'remove',
      offerOf('remove', '移除渠道', { look: 'danger', ask: [text('reason', '理由', 200)] }),
      removalObjection(channel),
    ),
  ]);
