import {
  commands,
  type DeadLetter,
  type DeadLetterGroup,
  type Envelope,
  type WholeDeadLetter,
} from '@towncrier/contracts';
import { BrokerUnavailable, type Broker } from '@towncrier/messaging';
import { pagesOf, type Collection } from '@towncrier/storage';
import { notFound, refuse } from '../access/problem.ts';
import { readLedgerEvent } from '../ledger/ledger.consumer.ts';
import type { LedgerService } from '../ledger/ledger.service.ts';
import type { DeadLetterDoc } from './dead-letter.ts';
import { LetterNews } from './letter.news.ts';
import { eventIdIn, fingerprint, grouped, isWhole, meaningOf, streamOf, told } from './letter.rules.ts';

const waiting = { 'settled.at': null, at: { gt: '' } };
const newest = { order: { at: 'desc' } } as const;
/** More than so many waiting ones are not looked through at once. */
const most = 5000;

export interface LettersParts {
  readonly docs: Collection<DeadLetterDoc>;
  readonly news: LetterNews;
  readonly ledger: Pick<LedgerService, 'record'>;
  readonly broker: Pick<Broker, 'publish'>;
  readonly clock: () => Date;
}

interface Settling {
  readonly act: 'again' | 'void';
  readonly by: string;
  readonly reason: string;
}

/** Messages nobody could handle: kept whole, told by their kind, delivered again or laid to rest by a person. */
export class LettersService {
  constructor(private readonly at: LettersParts) {}

  async keep(letter: DeadLetterDoc | Omit<DeadLetterDoc, 'version'>): Promise<void> {
    if (await this.at.docs.insert(letter)) this.at.news.tell();
  }

  /** The newest that wait. */
  async list(): Promise<readonly DeadLetter[]> {
    return (await this.at.docs.find(waiting, { ...newest, limit: 200 })).items.map(told);
  }

  async groups(): Promise<readonly DeadLetterGroup[]> {
    return grouped(await this.waiting());
  }

  /** All of one kind. */
  async ofKind(key: string): Promise<readonly WholeDeadLetter[]> {
    return (await this.waiting()).filter((letter) => fingerprint(letter) === key).map(whole);
  }

  /**
   * Handled once more, where this service may: what it could not read itself, and what operators asked of a channel.
   * What was let out is told again by the hub, which signs it.
   * @throws a problem 404, 409, 503
   */
  async again(id: string): Promise<void> {
    const letter = await this.one(id);
    if (!isWhole(letter) || !meaningOf(letter.cause).again)
      refuse(409, 'cannot-again', '这条死信不能重新投递；请按提示处理后作废');
    const event: unknown = JSON.parse(letter.raw ?? letter.excerpt);
    if (letter.service === 'monitor') return this.read(event);
    if (streamOf(letter.subject) !== commands)
      refuse(409, 'of-the-hub', '发布类消息由编审中枢重新发布，不能由台账重投');
    try {
      await this.at.broker.publish(letter.subject, event as Envelope<unknown>);
    } catch (error) {
      if (error instanceof BrokerUnavailable)
        refuse(503, 'broker-unavailable', '消息总线暂时不可用，请稍后再试；没有任何变化');
      throw error;
    }
  }

  /** @throws a problem 404, 409 where somebody did already */
  async settle(id: string, { act, by, reason }: Settling): Promise<void> {
    const at = this.at.clock().toISOString();
    await this.at.docs.change(id, (letter) => {
      if (letter === null) return notFound('没有这条死信');
      if (letter.settled !== undefined) return refuse(409, 'settled', `已由 ${letter.settled.by} 处理`);
      return { ...letter, settled: { act, by, at, reason } };
    });
    this.at.news.tell();
  }

  private async read(event: unknown): Promise<void> {
    let known;
    try {
      known = readLedgerEvent(event);
    } catch {
      return refuse(409, 'still-unread', '仍然读不出来；请先升级台账服务，或下载交技术人员');
    }
    await this.at.ledger.record(known);
  }

  private async one(id: string): Promise<DeadLetterDoc> {
    const letter = (await this.at.docs.get(id)) ?? notFound('没有这条死信');
    return letter.settled === undefined ? letter : refuse(409, 'settled', `已由 ${letter.settled.by} 处理`);
  }

  private async waiting(): Promise<readonly DeadLetterDoc[]> {
    const found: DeadLetterDoc[] = [];
    for await (const page of pagesOf(this.at.docs, waiting, newest)) {
      found.push(...page);
      if (found.length >= most) break;
    }
    return found;
  }
}

function whole(letter: DeadLetterDoc): WholeDeadLetter {
  const { raw = letter.excerpt, stream, sequence } = letter;
  const event = eventIdIn(raw);
  return {
    ...told(letter),
    raw,
    whole: isWhole(letter),
    ...(stream === undefined ? {} : { stream }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(event === undefined ? {} : { event }),
  };
}
