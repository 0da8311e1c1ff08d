import type { Target } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { demonstrationRoutes } from './demonstration.routes.ts';
import { formOfRoute, routeOf } from './route.ts';
import { firstOpen, wayBy, type RouteBook } from './way.decide.ts';

const [main, street] = demonstrationRoutes as readonly [Target, Target];
const paused = (target: Target): Target => ({ ...target, state: { is: 'paused', reason: '签名年审' } });
const retired = (target: Target): Target => ({ ...target, state: { is: 'retired', on: '2026-11-28' } });

const bookOf = (...targets: readonly Target[]): RouteBook => ({
  get: (id) => targets.find((t) => t.id === id) ?? null,
  main: targets.filter(({ groups, state }) => groups.includes('主线路') && state.is !== 'retired'),
});
const formOf = (target: Target): string => formOfRoute(routeOf(target));
const idBy = (named: string | null, book: RouteBook): string => {
  const way = wayBy(named, book, null);
  return way.is === 'open' ? way.route.id : way.words;
};

describe('the way to a recipient', () => {
  it('is the route that is named, else the main one of the county', () => {
    const book = bookOf(main, street);
    expect([idBy('route-lingquan', book), idBy(null, book)]).toEqual(['route-lingquan', 'route-main']);
  });

  it('is the main route in use where the county has several', () => {
    const second = { ...main, id: 'route-main-2' };
    expect(idBy(null, bookOf(paused(main), second))).toBe('route-main-2');
  });

  it.each([
    ['is paused', 'route-lingquan', [main, paused(street)], '短信线路“灵泉街道线路”已暂停（签名年审）'],
    ['is retired', 'route-lingquan', [main, retired(street)], '短信线路“灵泉街道线路”已于 2026-11-28 停用'],
    ['was never registered', 'route-x', [main], '登记簿里没有编号为 route-x 的短信线路'],
    ['is no route', 'strip-1', [main, { ...main, id: 'strip-1', kind: 'recipient' }], '没有编号为 strip-1'],
    ['is the main one, and there is none', null, [street], '没有县级主线路（分组“主线路”）'],
    ['is the main one, and rests', null, [paused(main)], '“县级主线路”已暂停'],
  ] as const)('is closed where the route %s, and a person is told so', (_what, named, targets, words) => {
    expect(idBy(named, bookOf(...targets))).toContain(words);
  });

  it('is closed where signature or ending are not those that were approved', () => {
    const approved = new Set([formOf(main)]);
    expect(wayBy('route-main', bookOf(main), approved).is).toBe('open');
    expect(wayBy('route-lingquan', bookOf(main, street), approved)).toMatchObject({
      is: 'closed',
      words: expect.stringContaining('与审批稿不一致') as string,
    });
  });

  it('falls back to the main route only for those who have the notice already', () => {
    const book = bookOf(main, paused(street));
    const rule = { book, approved: null };
    expect(firstOpen(['route-lingquan'], { ...rule, fallsBack: false }).is).toBe('closed');
    expect(firstOpen(['route-lingquan'], { ...rule, fallsBack: true })).toMatchObject({
      is: 'open',
      route: { id: 'route-main' },
    });
  });

  it('says of the route that was named why it is closed, also where the main one is closed too', () => {
    const way = firstOpen(['route-lingquan'], {
      book: bookOf(paused(main), retired(street)),
      approved: null,
      fallsBack: true,
    });
    expect(way).toMatchObject({ words: expect.stringContaining('灵泉街道线路') as string });
  });
});
