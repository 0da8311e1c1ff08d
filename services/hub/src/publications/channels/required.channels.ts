import type { Finding, ProblemDetails } from '../../http/problem.ts';
import { channelsRequired, type Proposal } from '../proposal.ts';
import type { Terms } from '../publication.terms.ts';
import type { LeftOut } from '../submission.answers.ts';
import type { KnownChannel } from './known.channel.ts';

/** A channel that the law asks for and an edition does not go to. */
export type Missing = NonNullable<ProblemDetails['required']>[number];

/** Of channels that the house has; one that it has not, or has removed, nobody can choose. */
export const missingRequired = (
  proposal: Proposal,
  { channels, matter }: Pick<Terms, 'channels' | 'matter'>,
  known: readonly KnownChannel[],
): readonly Missing[] =>
  channelsRequired(proposal, matter.fields).flatMap(({ channel, ...asked }) => {
    const found = known.find(({ id, doc }) => id === channel && doc.removed === null);
    return found === undefined || channels.includes(channel)
      ? []
      : [{ channel, title: found.doc.announced.title, ...asked }];
  });

/** What was left out with a reason, as it is kept. */
export const leftOutOf = (
  missing: readonly Missing[],
  reasons: Readonly<Record<string, string>>,
): readonly LeftOut[] =>
  missing.flatMap(({ channel, article }) => {
    const reason = reasons[channel];
    return reason === undefined ? [] : [{ channel, article, reason }];
  });

/** For editor and reviewer; with the reason where the editor gave one. */
export const requiredFindings = (
  missing: readonly Missing[],
  leftOut: readonly LeftOut[],
): readonly Finding[] =>
  missing.map(({ channel, title, article, reason }) => {
    const given = leftOut.find((one) => one.channel === channel)?.reason;
    const told =
      given === undefined
        ? { message: `没有选依法应选的渠道“${title}”：${reason}。`, remedy: reasonLater }
        : { message: `没有选依法应选的渠道“${title}”，编辑说明：${given}`, remedy: reasonSeen };
    return { rule: 'channel-required', severity: 'advise', field: 'channels', ...told, source: article };
  });

const reasonLater = '请选上该渠道；确有理由不选的，送审时须说明。';
const reasonSeen = '请核实理由；理由不成立的请退回，选上该渠道。';
