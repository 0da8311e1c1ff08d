import { mainAccounts, type SeedTarget } from '@towncrier/channel-kit';

type Account = SeedTarget & {
  readonly facts: { readonly appId: string };
  readonly secrets: { readonly appSecret: string; readonly callbackToken: string };
};

const account = (
  named: Pick<SeedTarget, 'id' | 'title' | 'owner' | 'area' | 'groups' | 'takes'>,
  appId: string,
  word: string,
): Account => ({
  ...named,
  kind: 'account',
  venue: null,
  position: null,
  hours: null,
  state: { is: 'active' },
  facts: { appId },
  secrets: { appSecret: `twin-secret-of-${word}`, callbackToken: `twin-callback-${word}` },
});

/** Accounts that only the twin has, with their invented secrets: the twin and a first start read them here. */
export const demonstration: readonly [Account, Account, Account] = [
  account(
    {
      id: 'meili-kaiyuan',
      title: '美丽开远',
      owner: 'kysrmzf',
      area: '532502000000',
      groups: [mainAccounts],
      takes: 'everybody',
    },
    'wx0123456789abcdef',
    'wechat',
  ),
  account(
    {
      id: 'lingquan',
      title: '灵泉街道',
      owner: 'kys-lq',
      area: '532502002000',
      groups: [],
      takes: 'everybody',
    },
    'wx1123456789abcdef',
    'lingquan',
  ),
  account(
    { id: 'jiaoyu', title: '教育体育局', owner: 'kys-jtj', area: '532502000000', groups: [], takes: [] },
    'wx2123456789abcdef',
    'jiaoyu',
  ),
];
