import { OperatorNeeded, type Batch } from '@towncrier/channel-kit';
import type { Recipient } from './recipients.ts';
import type { Route } from './route.ts';
import type { Routes } from './routes.ts';
import { firstOpen, type Choice } from './way.decide.ts';

/** Over which route a batch that is about to be sent goes. */
export class WayOut {
  constructor(private readonly routes: Routes) {}

  /**
   * The route that the batch was planned for; where that one is closed, or the batch is of an earlier release,
   * the one that all its recipients have now.
   * @throws OperatorNeeded when it is closed; nobody of the batch is sent anything then
   */
  async of(
    { via }: Pick<Batch, 'via'>,
    people: readonly Recipient[],
    rule: Omit<Choice, 'book'>,
  ): Promise<Route> {
    const named = waysOf(via, people);
    const book = await this.routes.book(named.filter((id) => id !== null));
    const way = firstOpen(named, { ...rule, book });
    if (way.is === 'closed') throw new OperatorNeeded(`${people.length} 位收件人未发送：${way.words}`);
    return way.route;
  }
}

/** Ids in the order they are tried, null for the county's main route. */
export function waysOf(via: string | undefined, people: readonly Recipient[]): readonly (string | null)[] {
  const now = [...new Set(people.map(({ route }) => route))];
  const shared = now.length === 1 ? now : [];
  if (via !== undefined) return [via, ...shared];
  return shared.length === 1 ? shared : [null];
}

/**
 * @throws OperatorNeeded when one has none; nobody of the batch is sent anything then
 */
export function numbersOf(batch: readonly Recipient[]): readonly string[] {
  const without = batch.filter(({ phone }) => phone === null);
  if (without.length > 0) {
    const named = without.slice(0, 3).map(({ name }) => name);
    throw new OperatorNeeded(
      `${without.length} 位收件人没有手机号码（${named.join('、')}${without.length > 3 ? ' 等' : ''}），请在终端登记簿补上后重试，或人工告知`,
    );
  }
  return batch.flatMap(({ phone }) => (phone === null ? [] : [phone]));
}
