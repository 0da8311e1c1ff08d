import type { Estimated } from '@towncrier/channel-kit';
import type { SendingCost } from '@towncrier/contracts';
import { recipientFacts } from './recipients.ts';
import { smsFragments } from './render/sms.text.ts';
import { formOfRoute, type Route } from './route.ts';
import { bookOf } from './routes.ts';
import type { SmsRendition } from './sms.rendition.ts';
import { wayBy } from './way.decide.ts';

/** What goes over one route: how many people, how many fragments each. */
export interface Load {
  readonly route: Pick<Route, 'title' | 'price'>;
  readonly people: number;
  readonly fragments: number;
}

/**
 * To how many people, over which routes, and at what price. An estimate: who shares a number with another gets one
 * message, and the provider's bill counts.
 */
export async function estimateOf(rendition: SmsRendition, at: Estimated): Promise<readonly string[]> {
  const { loads, stopped } = await loadsOf(rendition, at);
  return estimateWords(loads, stopped);
}

/** The same in figures. */
export async function sendingCostOf(rendition: SmsRendition, at: Estimated): Promise<SendingCost> {
  return costOfLoads((await loadsOf(rendition, at)).loads);
}

export function costOfLoads(loads: readonly Load[]): SendingCost {
  const sum = (of: (load: Load) => number): number => loads.reduce((all, load) => all + of(load), 0);
  const known = loads.every(({ route: { price } }) => price !== undefined);
  return {
    people: sum(({ people }) => people),
    messages: sum(({ people, fragments }) => people * fragments),
    fen: known
      ? sum(({ route: { price = 0 }, people, fragments }) => costOf(people * fragments, price))
      : null,
  };
}

interface Loads {
  readonly loads: readonly Load[];
  /** So many have no open route. */
  readonly stopped: number;
}

async function loadsOf({ texts }: SmsRendition, { meant, targets }: Estimated): Promise<Loads> {
  const named: (string | null)[] = [];
  for await (const { facts } of targets.some(meant)) named.push(recipientFacts.parse(facts).route ?? null);
  const book = await bookOf(
    targets,
    named.filter((id) => id !== null),
  );
  const approved = new Map(texts.map(({ form, text }) => [form, smsFragments(text).length]));
  const loads = new Map<string, Load>();
  let stopped = 0;
  for (const id of named) {
    const way = wayBy(id, book, new Set(approved.keys()));
    if (way.is === 'closed') {
      stopped += 1;
      continue;
    }
    const { route } = way;
    const people = (loads.get(route.id)?.people ?? 0) + 1;
    loads.set(route.id, { route, people, fragments: approved.get(formOfRoute(route)) ?? 0 });
  }
  return { loads: [...loads.values()], stopped };
}

/** Prices are 分, rounded up to a whole one for each route; told in 元. */
export function estimateWords(loads: readonly Load[], stopped: number): readonly string[] {
  const lines = loads.map(({ route: { title, price }, people, fragments }) => {
    const count = `${title}：${people} 人 × ${fragments} 条 = ${people * fragments} 条`;
    return price === undefined
      ? `${count}，线路没有登记单价，不估算费用`
      : `${count} × ${price} 分 = ${yuan(costOf(people * fragments, price))}`;
  });
  const people = loads.reduce((sum, one) => sum + one.people, 0);
  const known = loads.flatMap(({ route: { price }, people: n, fragments }) =>
    price === undefined ? [] : [costOf(n * fragments, price)],
  );
  const sum =
    known.length === 0 || known.length < loads.length
      ? ''
      : `，估计 ${yuan(known.reduce((all, one) => all + one, 0))}`;
  return [
    `发给 ${people} 人${sum}（按线路登记的单价估算，以短信平台账单为准）`,
    ...lines,
    ...(stopped === 0 ? [] : [`${stopped} 人的线路不通，不会收到`]),
  ];
}

/** 分. Prices have hundredths of one, which binary fractions only come near. */
const costOf = (messages: number, price: number): number =>
  Math.ceil((messages * Math.round(price * 100)) / 100);

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;
