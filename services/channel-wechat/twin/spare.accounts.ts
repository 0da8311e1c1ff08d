/** Accounts that wait at the platform for whoever registers them: what they publish is seen under their title. */
export interface SpareAccount {
  readonly id: string;
  readonly title: string;
  readonly facts: { readonly appId: string };
  readonly secrets: { readonly appSecret: string; readonly callbackToken: string };
}

export const spareAccounts: readonly SpareAccount[] = Array.from({ length: 20 }, (_, n) => ({
  id: `spare-${n}`,
  title: `备用公众号${n}`,
  facts: { appId: `wx9${String(n).padStart(15, '0')}` },
  secrets: { appSecret: `twin-secret-of-spare-${n}`, callbackToken: `twin-callback-spare-${n}` },
}));
