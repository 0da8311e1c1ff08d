import type { SeedTarget } from '@towncrier/channel-kit';

interface Street {
  readonly word: string;
  readonly title: string;
  readonly owner: string;
  readonly area: string;
  readonly people: number;
  /** Where it sends over one of its own. */
  readonly route?: string;
}

const streets: readonly Street[] = [
  {
    word: 'lingquan',
    title: '灵泉街道',
    owner: 'kys-lq',
    area: '532502002001',
    people: 10,
    route: 'route-lingquan',
  },
  { word: 'lebaidao', title: '乐白道街道', owner: 'kys-lbd', area: '532502001000', people: 7 },
  { word: 'xiaolongtan', title: '小龙潭镇', owner: 'kys-xlt', area: '532502102000', people: 5 },
  { word: 'yangjie', title: '羊街乡', owner: 'kys-yj', area: '532502202000', people: 3 },
];

/** Invented: the 199 9990 block is for demonstrations here. */
const phone = (n: number): string => `1999990${String(n).padStart(4, '0')}`;

/** 25 people in four areas, who only exist at the twin. */
export const demonstration = streets
  .flatMap(({ people, ...street }) => Array.from({ length: people }, (_, n) => ({ ...street, n: n + 1 })))
  .map(({ word, title, owner, area, route, n }, i) => ({
    id: `${word}-${String(n).padStart(2, '0')}`,
    title: `${title}收件人${n}`,
    kind: 'recipient',
    owner,
    area,
    venue: null,
    groups: [],
    position: null,
    hours: null,
    takes: 'everybody',
    state: { is: 'active' },
    facts: route === undefined ? {} : { route },
    secrets: { phone: phone(i + 1) },
  })) satisfies readonly SeedTarget[];
