import type { RowState } from '@towncrier/contracts';
import { roleTitle } from '../../access/role.ts';
import { daysUntil, silentDays } from './account.days.ts';
import type {
  AccountFact,
  ChannelFact,
  HandFact,
  LedgerFacts,
  PausedFact,
  Snapshot,
} from './now.snapshot.ts';
import type { Alarm } from './now.view.ts';

/** A channel that is started anew is away for so long (ms), and nobody has to do anything. */
const restartMs = 120_000;
/** Inspections call an account dead after two weeks; its owner hears of it in time to write something. */
export const silenceWarns = 10;
const silenceIsOver = 14;
/** So many days before something runs out it is time to renew it. */
export const expiryWarns = 14;

/**
 * What people must do: there is an alarm if and only if a person has to act, and one of them tells all that one act
 * settles. What goes on by itself is no alarm.
 */
export function alarmsOf(snapshot: Snapshot): readonly Alarm[] {
  const { now, channels, accounts, paused, ledger } = snapshot;
  return [
    ...(ledger === null ? [ledgerAway] : [...handAlarms(ledger.hands, channels), ...letterAlarms(ledger)]),
    ...channels.filter((channel) => isAway(channel, now)).map(awayAlarm),
    ...accounts.flatMap((account) => expiryAlarms(account, now)),
    ...(ledger === null ? [] : accounts.flatMap((account) => silenceAlarms(account, ledger, now))),
    ...paused.map(pausedAlarm),
  ];
}

const operators = roleTitle('operator');
const machineRoom = '系统运维';

const ledgerAway: Alarm = {
  key: 'ledger',
  channels: [],
  account: null,
  words: '投递台账没有应答，成功率、积压和失败情况都看不到',
  count: 1,
  since: null,
  owner: machineRoom,
  next: '检查并重启投递台账服务；发布不受影响，恢复后自动补齐记录',
  at: { page: 'now', search: {} },
};

const isAway = ({ online, lastSeen }: ChannelFact, now: string): boolean =>
  !online && Date.parse(now) - Date.parse(lastSeen) > restartMs;

const awayAlarm = ({ id, title, lastSeen }: ChannelFact): Alarm => ({
  key: `away:${id}`,
  channels: [id],
  account: null,
  words: `渠道“${title}”离线`,
  count: 1,
  since: lastSeen,
  owner: machineRoom,
  next: '检查并重启这个渠道的服务；恢复前发往它的通知会等着，不会丢失。不再使用的，请移除',
  at: { page: 'now', search: { open: id } },
});

interface Doing {
  readonly owner: string;
  readonly next: string;
}
/** Who acts where deliveries came to a stand, and what they do; the first that is there counts for its cause. */
const doings = {
  failed: {
    owner: operators,
    next: '排除原因后重试：先核实是否已发出，已送达的不会重发；已在别处办妥的，作人工办结',
  },
  unknown: { owner: operators, next: '到对方平台核实是否已发出，再立即核实一次；已发出的不会重发' },
  waiting: {
    owner: operators,
    next: '排除原因（如凭证、余额、网络）后立即重试；不处理的话会一直重试、一直不成',
  },
  refused: {
    owner: '撰稿单位',
    next: '内容不合要求的，请“更正”；属签名、资质、白名单的，由渠道运维处理后重试',
  },
  expired: { owner: roleTitle('duty-officer'), next: '仍需发布的，重试补发；已过时效的，作人工办结' },
} as const satisfies Partial<Record<RowState, Doing>>;
type Stranded = keyof typeof doings;
const order = Object.keys(doings) as readonly Stranded[];

function handAlarms(hands: readonly HandFact[], channels: readonly ChannelFact[]): readonly Alarm[] {
  const groups = new Map<string, HandFact[]>();
  for (const hand of hands) {
    const key = hand.cause === null ? `state:${hand.state}` : `cause:${hand.cause.key}`;
    groups.set(key, [...(groups.get(key) ?? []), hand]);
  }
  return [...groups].map(([key, group]) => handAlarm(key, group, channels));
}

function handAlarm(key: string, group: readonly HandFact[], known: readonly ChannelFact[]): Alarm {
  const state = order.find((s) => group.some((hand) => hand.state === s)) ?? 'failed';
  const channels = [...new Set(group.map(({ channel }) => channel))].sort();
  const titles = channels.map((id) => known.find((channel) => channel.id === id)?.title ?? id).join('、');
  const cause = group[0]?.cause ?? null;
  return {
    key,
    channels,
    account: null,
    words: `${titles}：${cause?.words ?? '没有送达，对方没有说明原因'}`,
    count: group.length,
    since: group.map(({ releasedAt }) => releasedAt).sort()[0] ?? null,
    ...doings[state],
    at: {
      page: 'deliveries',
      search: {
        hand: 'yes',
        ...(cause === null ? { state: group[0]?.state ?? state } : { cause: cause.key }),
      },
    },
  };
}

const letterAlarms = ({ letters }: LedgerFacts): readonly Alarm[] =>
  letters.map(({ key, words, next, count, first }) => ({
    key: `letter:${key}`,
    channels: [],
    account: null,
    words: `死信：${words}`,
    count,
    since: first,
    owner: operators,
    next,
    at: { page: 'dead-letters', search: {} },
  }));

function silenceAlarms(account: AccountFact, ledger: LedgerFacts, now: string): readonly Alarm[] {
  const days = silentDays(account, ledger, now);
  if (days === null || days < silenceWarns) return [];
  const left = silenceIsOver - days;
  return [
    {
      ...aboutAccount('silent', account),
      words: `账号“${account.title}”已 ${days} 天没有发布`,
      since: null,
      next:
        left > 0
          ? `请在 ${left} 天内发布一条；两周不更新，检查时按单项否决处理`
          : '已满两周，检查时按单项否决处理；请立即发布，不再使用的请按规定注销并停用',
    },
  ];
}

const expiryAlarms = (account: AccountFact, now: string): readonly Alarm[] =>
  account.expiries
    .filter(({ on }) => account.active && daysUntil(on, now) <= expiryWarns)
    .map(({ what, on }) => ({
      ...aboutAccount(`expires:${what}`, account),
      words: `账号“${account.title}”的${what}${daysUntil(on, now) < 0 ? '已于' : '将于'} ${on} 到期`,
      since: null,
      owner: operators,
      next: '到平台重新授权，把新的授权和到期日填进终端登记簿；过期后什么都发不出去',
    }));

const aboutAccount = (key: string, { channel, id, owner }: AccountFact) => ({
  key: `${key}:${channel}:${id}`,
  channels: [channel],
  account: id,
  count: 1,
  owner,
  at: { page: 'targets', search: { channel, open: id } },
});

const pausedAlarm = ({ id, by, left, begunAt }: PausedFact): Alarm => ({
  key: `paused:${id}`,
  channels: [],
  account: null,
  words: `${by} 发起的批量重试已暂停，还有 ${left} 条没有办`,
  count: left,
  since: begunAt,
  owner: operators,
  next: '核对后继续，或者停止',
  at: { page: 'deliveries', search: {} },
});
