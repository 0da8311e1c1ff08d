import { minuteInChina } from '@towncrier/content';
import type { Finding } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';

/** What a reviewer has to know of the channels that an edition is addressed to. */
export interface Addressed {
  readonly channels: readonly string[];
  /** Channels that show something of the publication already; they have to be told of every edition. */
  readonly reached: readonly string[];
  /** Channels that did not answer at its submission. */
  readonly unchecked: readonly string[];
  /** Channels that cannot carry it although it is urgent, and why. */
  readonly notCarried: readonly { readonly channel: string; readonly why: string }[];
}

const source = '渠道目录';

/**
 * Who was away, and who is gone. `known`: every channel that ever announced itself. Only a channel that was
 * removed, and has shown nothing of it, stops an edition.
 */
export function channelFindings(addressed: Addressed, known: readonly KnownChannel[]): readonly Finding[] {
  return addressed.channels.flatMap((id): Finding[] => {
    const channel = known.find((k) => k.id === id);
    if (channel === undefined) return [];
    const { announced, lastSeen, removed } = channel.doc;
    if (removed !== null) return [removedFinding(announced.title, removed, addressed.reached.includes(id))];
    if (!channel.online) return [awayFinding(announced.title, lastSeen)];
    const refusal = addressed.notCarried.find((n) => n.channel === id);
    if (refusal !== undefined) return [notCarriedFinding(announced.title, refusal.why)];
    return addressed.unchecked.includes(id) ? [uncheckedFinding(announced.title)] : [];
  });
}

function removedFinding(
  title: string,
  { by, reason }: { readonly by: string; readonly reason: string },
  reached: boolean,
): Finding {
  return {
    rule: 'channel-removed',
    severity: reached ? 'advise' : 'block',
    field: 'channels',
    message: `渠道“${title}”已由 ${by} 移除（${reason}）。`,
    remedy: reached
      ? '此前的版本曾在该渠道公开，须由渠道运维核实那里现在显示什么。'
      : '请在稿件中去掉该渠道。',
    source,
  };
}

const awayFinding = (title: string, lastSeen: string): Finding => ({
  rule: 'channel-away',
  severity: 'advise',
  field: 'channels',
  message: `渠道“${title}”自 ${minuteInChina(lastSeen)} 起未在线，未能预览。`,
  remedy: '可以继续办理，渠道恢复后照常投递；需要确认效果的，请待其恢复后重新预览。',
  source,
});

const notCarriedFinding = (title: string, why: string): Finding => ({
  rule: 'channel-not-carried',
  severity: 'advise',
  field: 'channels',
  message: `应急发布未经渠道“${title}”：${why}`,
  remedy: '其他渠道不受影响；需要时请改由人工在该渠道发布。',
  source,
});

const uncheckedFinding = (title: string): Finding => ({
  rule: 'channel-unchecked',
  severity: 'advise',
  field: 'channels',
  message: `送审时渠道“${title}”未应答，未经该渠道检查。`,
  remedy: '渠道现已恢复，请在“各渠道稿”中查看其预览后再审定。',
  source,
});
