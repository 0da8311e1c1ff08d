import { may } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import type { KnownChannel } from '../../publications/channels/known.channel.ts';
import type { TargetsService } from '../targets/targets.service.ts';
import { targetPermissions } from '../targets/target.permissions.ts';
import { foundOf, type Found } from './found.ts';

/** How long (ms) somebody who is still typing waits for the register of a channel. */
const patienceMs = 1500;

interface Answer {
  readonly items: readonly Found[];
  readonly missing: readonly string[];
}

/** Looks through the registers of all channels. One that is away or slow is named, and holds up nobody. */
export class TargetSearch {
  constructor(
    private readonly targets: Pick<TargetsService, 'list'>,
    private readonly channels: () => Promise<readonly KnownChannel[]>,
  ) {}

  async find(who: Person, typed: string, limit: number): Promise<Answer> {
    const opens = may(who, targetPermissions, 'read', 'Target');
    const answers = await Promise.all(
      (await this.channels()).map((channel) => this.on(channel, typed, limit, opens)),
    );
    return {
      items: answers.flatMap(({ items }) => items).slice(0, limit),
      missing: answers.flatMap(({ missing }) => missing),
    };
  }

  private async on(channel: KnownChannel, words: string, limit: number, opens: boolean): Promise<Answer> {
    const { title } = channel.doc.announced;
    const silent: Answer = { items: [], missing: [`“${title}”没有应答，未查找它的终端`] };
    if (!channel.online) return silent;
    const asked = this.targets.list(channel.id, { words, limit }).then(
      ({ items }): Answer => ({
        missing: [],
        items: items.map((target) =>
          foundOf(
            'target',
            target.title,
            {
              screen: 'targets',
              // whoever may not open one sees its line in the list
              said: { channel: channel.id, ...(opens ? { open: target.id } : { words: target.title }) },
            },
            `${title}，${target.id}`,
          ),
        ),
      }),
      () => silent,
    );
    return Promise.race([asked, after(patienceMs, silent)]);
  }
}

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms).unref();
  });
