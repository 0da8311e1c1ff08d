import type { Target } from '@towncrier/contracts';
import { formOfRoute, mainRoutes, routeOf, type Route } from './route.ts';

/** What becomes of recipients who name a route: it is open, or a person must see to them, who is told why. */
export type Way =
  | { readonly is: 'open'; readonly route: Route }
  | { readonly is: 'closed'; readonly words: string };

export interface RouteBook {
  /** What goes by an id, of whatever kind and state; null where nothing does. */
  get(id: string): Target | null;
  /** The county's own routes that are not retired, by id. */
  readonly main: readonly Target[];
}

/** Forms whose text was approved; null where the text is made for whatever route there is. */
export type Approved = ReadonlySet<string> | null;

const closed = (words: string): Way => ({ is: 'closed', words });

/** @param named id of the route; null for the county's main one */
export function wayBy(named: string | null, book: RouteBook, approved: Approved): Way {
  const target = named === null ? mainOf(book) : book.get(named);
  if (target === null || target.kind !== 'route') return closed(missing(named));
  const { title, state } = target;
  if (state.is === 'paused')
    return closed(`短信线路“${title}”已暂停（${state.reason}），请启用它或为收件人改填线路后重试`);
  if (state.is === 'retired')
    return closed(`短信线路“${title}”已于 ${state.on} 停用，请为收件人改填线路后重试`);
  const route = routeOf(target);
  if (approved !== null && !approved.has(formOfRoute(route)))
    return closed(
      `短信线路“${title}”的签名或固定结尾与审批稿不一致，请改回、为收件人改填线路后重试，或更正后重新审批`,
    );
  return { is: 'open', route };
}

const missing = (named: string | null): string =>
  named === null
    ? `登记簿里没有县级主线路（分组“${mainRoutes}”），请登记后重试`
    : `登记簿里没有编号为 ${named} 的短信线路，请登记它或为收件人改填线路后重试`;

/** The first that is in use; where none is, the first that rests. */
const mainOf = ({ main }: RouteBook): Target | null =>
  main.find(({ state }) => state.is === 'active') ?? main[0] ?? null;

/**
 * The first of these ways that is open, else what is said of the first. `fallsBack`: who has the notice already
 * hears of its end or its correction over the county's main route rather than not at all.
 */
export function firstOpen(named: readonly (string | null)[], { book, approved, fallsBack }: Choice): Way {
  const all = fallsBack ? [...named, null] : named;
  const ways = [...new Set(all)].map((one) => wayBy(one, book, approved));
  return ways.find(({ is }) => is === 'open') ?? ways[0] ?? closed(missing(null));
}

export interface Choice {
  readonly book: RouteBook;
  readonly approved: Approved;
  readonly fallsBack: boolean;
}
