import type { Estimated } from '@towncrier/channel-kit';
import type { SendingCost } from '@towncrier/contracts';
import { recipientFacts } from './recipients.ts';
import { lessForOneFewer, smsFragments } from './render/sms.text.ts';
import { formOfRoute, type Route } from './route.ts';
import { bookOf } from './routes.ts';
import type { SmsRendition } from './sms.rendition.ts';
import { wayBy } from './way.decide.ts';

/** What goes over one route: how many people, how many fragments each. */
export interface Load {
  readonly route: Pick<Route, 'title' | 'price'>;
  readonly people: number;
  readonly fragments: number;
  /** How many characters less would save one of them; null where there is only one. */
  readonly less?: number | null | undefined;
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
  const approved = new Map(
    texts.map(({ form, text }) => [
      form,
      { fragments: smsFragments(text).length, less: lessForOneFewer(text) },
    ]),
  );
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
    loads.set(route.id, { route, people, ...(approved.get(formOfRoute(route)) ?? { fragments: 0 }) });
  }
  return { loads: [...loads.values()], stopped };
}

/**
 * Fragments × people × price, route by route, and what a shorter text would save. Prices are 分, told in 元, the sum
 * of each route rounded up to a whole 分.
 */
export function estimateWords(loads: readonly Load[], stopped: number): readonly string[] {
  const gone = stopped === 0 ? [] : [`${counted(stopped)} 人的线路不通，不会收到`];
  if (loads.length === 0) return stopped === 0 ? [nobody] : gone;
  const several = loads.length > 1;
  const lines = loads.map((load) => `${several ? `${load.route.title}：` : ''}${lineOf(load)}`);
  return [...(several ? [sumOf(loads)] : []), ...lines, ...gone, billed];
}

const nobody = '受众里没有登记的收件人，人数不明，不估算费用';
const billed = '按线路登记的单价估算，以短信平台账单为准';

function lineOf({ route: { price }, people, fragments, less }: Load): string {
  const count = `${fragments} 条 × ${counted(people)} 人`;
  const shorter = less == null ? '' : `；删去 ${less} 个字可省 1 条`;
  return price === undefined
    ? `${count} = ${counted(fragments * people)} 条，线路没有登记单价，不估算费用${shorter}`
    : `${count} × ${unitPrice(price)} = ${yuan(costOf(people * fragments, price))}${shorter}`;
}

/** Of all routes; open where the price of one is not known. */
function sumOf(loads: readonly Load[]): string {
  const { people, fen } = costOfLoads(loads);
  return `发给 ${counted(people)} 人${fen === null ? '' : `，共 ${yuan(fen)}`}`;
}

/** 分. Prices have hundredths of one, which binary fractions only come near. */
const costOf = (messages: number, price: number): number =>
  Math.ceil((messages * Math.round(price * 100)) / 100);

const counted = (n: number): string => n.toLocaleString('en-US');
const yuan = (fen: number): string =>
  `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;
/** Four places are a hundredth of a 分. */
const unitPrice = (fen: number): string => `${Number((fen / 100).toFixed(4))} 元`;
