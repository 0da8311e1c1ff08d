import { quietUntil, type SendingCost } from '@towncrier/contracts';
import { minuteInChina } from '@towncrier/content';
import type { KnownChannel } from '../channels/known.channel.ts';
import type { ReachTold } from '../channels/reach.desk.ts';
import { reachWords } from '../channels/reach.words.ts';
import { recallTitles } from '../channels/channel.words.ts';
import { channelsReached, inForceOf, newest, type EditionRecord, type Publication } from '../publication.ts';
import { stateTitles } from '../rules/states.ts';
import { conflictsOn, type Neighbour } from './conflict.rules.ts';
import type { ConsequenceRow, Consequences, OutwardAct } from './consequences.view.ts';

/** What channels said when they were asked. */
export interface Said {
  readonly reach: readonly ReachTold[];
  /** By channel; absent where it costs nothing worth counting, or nobody answered. */
  readonly costs: Readonly<Record<string, SendingCost>>;
  /** Channels that answered what it costs, be it nothing. */
  readonly counted: readonly string[];
}

export interface Weighing {
  readonly act: OutwardAct;
  readonly state: Publication;
  /** Whether whoever looks may read the newest edition, or know of it at all. */
  readonly readsNewest: boolean;
  /** All channels that ever announced themselves. */
  readonly channels: readonly KnownChannel[];
  readonly said: Said;
  /** What else goes out on these channels. */
  readonly neighbours: readonly Neighbour[];
  /** Now (ISO 8601). */
  readonly at: string;
  /** How many people may be told what cannot be unsaid without a word being typed. */
  readonly beyond: number;
}

/** What an act is about: an edition that goes out, or all that ever went out. */
export interface Meant {
  readonly edition: EditionRecord;
  readonly channels: readonly string[];
  readonly ends: boolean;
}

const lettingOut: readonly OutwardAct[] = ['publish', 'urgent/confirm', 'correct'];

export function meantBy(act: OutwardAct, state: Publication): Meant {
  const ends = !lettingOut.includes(act);
  if (ends) return { ends, edition: inForceOf(state) ?? newest(state), channels: channelsReached(state) };
  return { ends, edition: newest(state), channels: newest(state).channels };
}

/** When an edition goes out: now, or at the hour that was approved with it. */
export function goesOutAt({ schedule }: EditionRecord, at: string): string {
  const later = [schedule.publishAt, schedule.embargoUntil].flatMap((wish) =>
    wish !== null && Date.parse(wish) > Date.parse(at) ? [new Date(wish).toISOString()] : [],
  );
  return later.toSorted().at(-1) ?? at;
}

/** What will become of it, channel by channel. Pure. */
export function weigh(of: Weighing): Consequences {
  const meant = meantBy(of.act, of.state);
  const when = meant.ends ? of.at : goesOutAt(meant.edition, of.at);
  const rows = meant.channels.map((id) => rowOf(id, meant, when, of));
  return {
    act: of.act,
    words: of.act === 'correct' ? correcting : summaryOf(meant, when, of.at),
    rows,
    conflicts: conflictsOfWhole(of, meant),
    confirm: confirmation(of, meant, rows),
  };
}

/** Nothing happens yet: it is the edition to come that goes out. */
const correcting = '更正经审核后发布；发布以后，各渠道的结果如下';

function summaryOf({ ends, channels }: Meant, when: string, at: string): string {
  if (channels.length === 0) return '没有渠道展示过它，不会送达任何渠道';
  const far = `下列 ${channels.length} 个渠道`;
  if (ends) return `立即送达${far}，不能撤销；各渠道的结果如下，请先看清再确认`;
  return when === at
    ? `立即发布到${far}；各渠道的结果如下，请先看清再确认`
    : `${minuteInChina(when)} 发布到${far}，在此之前可以取消定时；各渠道的结果如下`;
}

function rowOf(id: string, meant: Meant, when: string, of: Weighing): ConsequenceRow {
  const known = of.channels.find((channel) => channel.id === id);
  const told = of.said.reach.find(({ channel }) => channel === id) ?? { channel: id, is: 'silent' as const };
  const recall = known?.doc.announced.can.recall;
  return {
    channel: id,
    title: known?.doc.announced.title ?? id,
    result: resultOn(id, known, meant, of.act),
    people: reachWords(told),
    cost: costWords(of.said.costs[id], of.act, meant),
    recall: {
      can: recall === 'erase' || recall === 'replace',
      words: recall === undefined ? '渠道从未上线，不知道能否收回' : recallTitles[recall],
    },
    quiet: of.act === 'correct' ? null : quietWords(known, meant, when),
    conflicts: meant.ends || of.act === 'correct' ? [] : conflictsOn(told, when, of.neighbours),
  };
}

function resultOn(
  id: string,
  known: KnownChannel | undefined,
  { edition, ends }: Meant,
  act: OutwardAct,
): string {
  const past = ends ? undefined : edition.notCarried?.find(({ channel }) => channel === id);
  if (past !== undefined) return `不送达：${past.why}`;
  if (known === undefined) return '渠道未上线，上线后送达';
  const { can } = known.doc.announced;
  const result = ends
    ? can.consequences.withdraw
    : edition.corrects === undefined && act !== 'correct'
      ? firstSeen(can.visibleWithinMs)
      : can.consequences.correct;
  return known.online ? result : `渠道离线，恢复后送达。${result}`;
}

const firstSeen = (withinMs: number): string =>
  withinMs < 60_000
    ? `首次展示，送出后至多 ${Math.max(1, Math.ceil(withinMs / 1000))} 秒可见`
    : `首次展示，送出后至多 ${Math.ceil(withinMs / 60_000)} 分钟可见`;

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/** What ends tells once more whoever was told; what merely expires tells nobody. */
function costWords(cost: SendingCost | undefined, act: OutwardAct, { ends }: Meant): string | null {
  if (cost === undefined || act === 'expire') return null;
  if (ends) return `收到过的人每人再发一条说明，至多 ${cost.people} 人次，另计费`;
  const money = cost.fen === null ? '线路没有登记单价' : `至多 ${yuan(cost.fen)}`;
  return `${cost.people} 人次、${cost.messages} 条，${money}`;
}

/** Only normal notices wait; what is urgent and what takes back does not. */
function quietWords(known: KnownChannel | undefined, meant: Meant, when: string): string | null {
  const hours = known?.doc.announced.quietHours;
  if (hours === undefined) return null;
  const until = quietUntil(hours, when);
  if (until === null) return null;
  const named = `${hours.from}–${hours.to} 为安静时段`;
  if (meant.ends || meant.edition.lane === 'urgent') return `${named}，紧急的和撤回的不等待，立即送达`;
  return `${named}，${minuteInChina(until)} 送达`;
}

function conflictsOfWhole({ state, readsNewest }: Weighing, { ends, edition }: Meant): readonly string[] {
  const current = newest(state);
  const inWork = ends && readsNewest && current.edition !== edition.edition;
  return inWork
    ? [`第 ${current.edition} 版更正在办（${stateTitles[current.state]}），办理后这份更正不再发布`]
    : [];
}

const asksForWord: readonly OutwardAct[] = ['publish', 'withdraw', 'repeal'];

/**
 * A word is typed only where something stays with more people than the house lets pass, or nobody knows with how
 * many. Never in an emergency: there the second person is the safeguard, and seconds count.
 */
function confirmation(
  { act, said, channels, beyond }: Weighing,
  meant: Meant,
  rows: readonly ConsequenceRow[],
): Consequences['confirm'] {
  if (!asksForWord.includes(act)) return null;
  const passed = meant.ends ? [] : (meant.edition.notCarried ?? []).map(({ channel }) => channel);
  const kept = rows.filter(({ channel, recall }) => !recall.can && !passed.includes(channel));
  const people = kept.reduce((sum, { channel }) => sum + (said.costs[channel]?.people ?? 0), 0);
  if (people > beyond)
    return {
      why: `有 ${people} 人次收到后无法收回（超过 ${beyond} 人次须另行确认）`,
      label: `请输入无法收回的人次 ${people}`,
      typed: String(people),
    };
  const unknown = kept.filter(({ channel }) => {
    const isKnown = channels.some(({ id }) => id === channel);
    const isSilent = said.reach.some((told) => told.channel === channel && told.is === 'silent');
    return !isKnown || isSilent || !said.counted.includes(channel);
  });
  if (unknown.length === 0) return null;
  return {
    why: `${unknown.map(({ title }) => title).join('、')}没有应答，不知道有多少人收到后无法收回`,
    label: '请输入“仍然办理”',
    typed: '仍然办理',
  };
}
