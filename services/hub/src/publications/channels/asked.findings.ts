import type { Problem } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';
import type { Open } from '../submission.refusal.ts';
import type { KnownChannel } from './known.channel.ts';

/**
 * What a submission would ask the editor, while there is time to write it: the same questions, each where it can be
 * dealt with. `problems`: why channels cannot carry the edition, which would stop it.
 */
export const askedFindings = (
  { omissions, silent, required }: Open,
  problems: readonly Problem[],
  known: readonly KnownChannel[],
): readonly Finding[] => [
  ...problems.map(({ channel, field, message, remedy }) => ({
    rule: 'channel-problem',
    severity: 'block' as const,
    field,
    message: `渠道“${titleOf(channel, known)}”无法承载：${message}`,
    remedy,
    source,
  })),
  ...omissions.map(({ channel, title, messages }) => ({
    rule: 'submission-omission',
    severity: 'advise' as const,
    field: fieldOf(channel),
    message: `“${title}”的读者看不到：${messages.join('；')}。`,
    remedy: '请写明摘要或要素，或为这一渠道改写；仍然不载的，送审时须确认。',
    source,
  })),
  ...silent.map(({ channel, message }) => ({
    rule: 'submission-silent',
    severity: 'advise' as const,
    field: fieldOf(channel),
    message,
    remedy: '请稍后再看；送审时仍不答复的，须确认不等它。',
    source,
  })),
  ...required.map(({ channel, title, article, reason }) => ({
    rule: 'submission-required',
    severity: 'advise' as const,
    field: fieldOf(channel),
    message: `没有选依法应选的渠道“${title}”：${reason}。`,
    remedy: '请选上该渠道；确有理由不选的，送审时须说明。',
    source: article,
  })),
];

const source = '各渠道稿';
/** The card of a channel. */
const fieldOf = (channel: string): string => `channels.${channel}`;
const titleOf = (channel: string, known: readonly KnownChannel[]): string =>
  known.find(({ id }) => id === channel)?.doc.announced.title ?? channel;
