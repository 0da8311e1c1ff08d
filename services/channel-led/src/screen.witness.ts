import type { Parts } from '@towncrier/channel-kit';
import type { Entry } from './led.documents.ts';
import { pagesHash } from './led.rendition.ts';
import type { ScreenStore } from './screen.store.ts';
import { pagesFor, type Screen, type ScreenTurn } from './screen.turn.ts';

/** What the screens that an entry is for said about it. */
export interface Shown {
  /** Hash over the pages they verified; a form that none of them has counts as it was approved. */
  readonly hash: string;
  readonly shown: number;
  readonly of: number;
  /** In use, and have not said that they show it. */
  readonly waiting: readonly Screen[];
  /** Of a form that was not approved with this edition. */
  readonly unfit: readonly Screen[];
}

const mostNamed = 20;
const mostInWords = 5;
const minute = 60_000;

/** Asks the acknowledgements who shows what. */
export class ScreenWitness {
  constructor(
    private readonly screens: ScreenStore,
    private readonly turn: ScreenTurn,
    private readonly clock: () => Date,
  ) {}

  async shown(entry: Entry): Promise<Shown> {
    const acks = await this.screens.acknowledged(entry._id);
    const pages = new Map(entry.forms.map((f) => [f.form, f.pages.map(({ sha256 }) => sha256)]));
    const [waiting, unfit]: [Screen[], Screen[]] = [[], []];
    let shown = 0;
    for (const screen of await this.turn.some(await this.turn.audience(entry))) {
      if (screen.state.is !== 'active') continue;
      const due = pagesFor(screen, entry);
      const ack = acks.get(screen.id);
      if (due === undefined) unfit.push(screen);
      else if (ack === undefined || ack.edition !== entry.edition || ack.kind !== entry.kind)
        waiting.push(screen);
      else {
        shown += 1;
        if (ack.pages.join() !== due.pages.map(({ sha256 }) => sha256).join()) pages.set(due.form, ack.pages);
      }
    }
    const hash = pagesHash([...pages].map(([form, of]) => ({ form, pages: of })));
    return { hash, shown, of: shown + waiting.length + unfit.length, waiting, unfit };
  }

  /** Of those that have the withdrawn notice, who may still show it. */
  async disobeying(entry: Entry): Promise<{ readonly of: number; readonly left: readonly Screen[] }> {
    const acks = await this.screens.acknowledged(entry._id);
    const told = await this.turn.some(await this.turn.audience(entry));
    const left: Screen[] = [];
    for (const screen of told) {
      const ack = acks.get(screen.id);
      const obeyed = ack?.kind === 'withdrawal' && ack.edition >= entry.edition;
      if (!obeyed && !(await this.cleared(screen.id, entry))) left.push(screen);
    }
    return { of: told.length, left };
  }

  /** At most twenty are named: how long each has been silent, or why it shows nothing. */
  async parts(
    about: Pick<Shown, 'shown' | 'of'>,
    waiting: readonly Screen[],
    unfit: readonly Screen[],
  ): Promise<Parts> {
    const silent = waiting.slice(0, mostNamed).map(async (screen) => ({
      target: screen.id,
      words: await this.silence(screen),
    }));
    const others = unfit.map(({ id }) => ({ target: id, words: '版式未经审批，下一版起展示' }));
    const exceptions = [...(await Promise.all(silent)), ...others].slice(0, mostNamed);
    return { shown: about.shown, of: about.of, exceptions };
  }

  /** By name, with how long each has been silent. */
  async named(screens: readonly Screen[]): Promise<string> {
    const first = screens
      .slice(0, mostInWords)
      .map(async (screen) => `${screen.title}（${await this.silence(screen)}）`);
    return (await Promise.all(first)).join('、') + (screens.length > mostInWords ? '等' : '');
  }

  private async silence({ id, state }: Screen): Promise<string> {
    if (state.is === 'retired') return `已于 ${state.on} 停用，屏上是否仍在播放请人工查看`;
    if (state.is === 'paused') return `已暂停：${state.reason}`;
    const beat = await this.screens.lastBeat(id);
    if (beat === null) return '从未联系';
    const minutes = Math.floor((this.clock().getTime() - Date.parse(beat.at)) / minute);
    return minutes < 1 ? '在线，尚未播出' : `${minutes} 分钟没有消息`;
  }

  /** It said since then that the notice is no longer in its turn. */
  private async cleared(screen: string, entry: Entry): Promise<boolean> {
    const beat = await this.screens.lastBeat(screen);
    return (
      beat !== null &&
      beat.at > entry.changedAt &&
      !beat.items.some((item) => item.notice === entry._id && item.kind === 'notice')
    );
  }
}
