import { mainAccounts, type SeedTarget } from '@towncrier/channel-kit';

type Account = SeedTarget & {
  readonly facts: { readonly uid: string };
  readonly secrets: { readonly accessToken: string };
};

const usual = {
  kind: 'account',
  venue: null,
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
} as const;

/** Accounts that only the twin has, with their invented tokens: the twin and a first start read them here. */
export const demonstration: readonly [Account, Account] = [
  {
    ...usual,
    id: 'meili-kaiyuan',
    title: '美丽开远',
    owner: 'kysrmzf',
    area: '532502000000',
    groups: [mainAccounts],
    facts: { uid: '1404376560' },
    secrets: { accessToken: 'twin-weibo-token' },
  },
  {
    ...usual,
    id: 'lingquan',
    title: '灵泉街道',
    owner: 'kys-lq',
    area: '532502002000',
    groups: [],
    facts: { uid: '1404376561' },
    secrets: { accessToken: 'twin-weibo-token-lingquan' },
  },
];
