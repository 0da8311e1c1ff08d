/** Accounts that wait at the platform for whoever registers them: what they post is seen under their title. */
export interface SpareAccount {
  readonly id: string;
  readonly title: string;
  readonly facts: { readonly uid: string };
  readonly secrets: { readonly accessToken: string };
}

export const spareAccounts: readonly SpareAccount[] = Array.from({ length: 20 }, (_, n) => ({
  id: `spare-${n}`,
  title: `备用微博${n}`,
  facts: { uid: `140437${String(9000 + n)}` },
  secrets: { accessToken: `twin-weibo-token-spare-${n}` },
}));
