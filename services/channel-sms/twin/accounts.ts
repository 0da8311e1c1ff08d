/** What one customer has filed with the provider, each as the carriers approved it. */
export interface Account {
  readonly keyId: string;
  readonly keySecret: string;
  readonly signatures: readonly string[];
  /** The fixed words that end each template, by its code. */
  readonly templates: Readonly<Record<string, string>>;
}

/** The customer to whom all belongs that was sent before there were two. */
export const firstKeyId = 'twin-access-key';

/** The county's account and the one of a street. Neither may use what the other has filed. */
const accounts: readonly Account[] = [
  {
    keyId: firstKeyId,
    keySecret: 'twin-secret-of-sms',
    signatures: ['开远市政府', '开远应急'],
    templates: { SMS_TWIN: '详见开远市人民政府网站', SMS_TWIN_URGENT: '请立即避险' },
  },
  {
    keyId: 'twin-access-key-lingquan',
    keySecret: 'twin-secret-of-lingquan',
    signatures: ['灵泉街道办'],
    templates: { SMS_TWIN_LINGQUAN: '详询灵泉街道办事处' },
  },
];

export const accountOf = (keyId: string): Account | null =>
  accounts.find((account) => account.keyId === keyId) ?? null;
