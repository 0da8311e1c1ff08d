import type { ChannelStats, TargetStats } from '@towncrier/contracts';
import { silentDays } from './account.days.ts';
import type { AccountFact, ChannelFact, Snapshot } from './now.snapshot.ts';
import type { AccountTile, Alarm, ChannelTile, Light } from './now.view.ts';

type Measured = Omit<TargetStats, 'target'>;

/** One tile for each channel, with its accounts. It calls for an act if and only if an alarm is about it. */
export const tilesOf = (snapshot: Snapshot, alarms: readonly Alarm[]): readonly ChannelTile[] =>
  snapshot.channels.map((channel) => tileOf(channel, snapshot, alarms));

function tileOf(channel: ChannelFact, snapshot: Snapshot, alarms: readonly Alarm[]): ChannelTile {
  const { ledger, accounts } = snapshot;
  const own = ledger?.stats.channels.find((c) => c.channel === channel.id);
  const called = alarms.filter(({ channels }) => channels.includes(channel.id));
  const { id, title, mode, online, quota } = channel;
  return {
    ...{ channel: id, title, mode, online, quota },
    ...lit(called, ledger === null ? null : (own ?? nothing), online),
    confirmed: own?.confirmed ?? 0,
    accounts: accounts
      .filter((account) => account.channel === id)
      .map((account) => accountTileOf(account, snapshot, own, called)),
  };
}

/** An alarm about its channel is about an account too where something of its own has not arrived. */
function accountTileOf(
  account: AccountFact,
  { ledger, now }: Snapshot,
  channel: ChannelStats | undefined,
  alarms: readonly Alarm[],
): AccountTile {
  const own = channel?.targets.find(({ target }) => target === account.title);
  const called = alarms.filter(({ account: about }) =>
    about === null ? own !== undefined && own.failed > 0 : about === account.id,
  );
  const { id, title, expiries } = account;
  return {
    ...{ id, title, expires: [...expiries] },
    ...lit(called, ledger === null ? null : (own ?? nothing), true),
    silentDays: ledger === null ? null : silentDays(account, ledger, now),
  };
}

const nothing: Measured = {
  ...{ accepted: 0, waiting: 0, unknown: 0, confirmed: 0, failed: 0, backlog: 0, stuck: 0 },
  ...{ share: null, p50: null, p95: null, oldest: null, confirmedAt: null },
};

const lightWords: Readonly<Record<Light, string>> = {
  act: '需要人工处理',
  watch: '遇到阻碍，正在自动重试',
  unknown: '没有台账数据',
  idle: '近 24 小时没有投递',
  good: '正常',
};

function lit(alarms: readonly Alarm[], measured: Measured | null, online: boolean) {
  const light = lightOf(alarms, measured, online);
  const words = light === 'watch' && !online ? '离线，正在等它重新连接' : lightWords[light];
  const { share, p95, backlog, oldest } = measured ?? nothing;
  return { light, words, share, p95, backlog, oldest };
}

function lightOf(alarms: readonly Alarm[], measured: Measured | null, online: boolean): Light {
  if (alarms.length > 0) return 'act';
  if (!online || (measured !== null && measured.stuck > 0)) return 'watch';
  if (measured === null) return 'unknown';
  const { accepted, waiting, unknown, confirmed, failed, backlog } = measured;
  return accepted + waiting + unknown + confirmed + failed + backlog === 0 ? 'idle' : 'good';
}
