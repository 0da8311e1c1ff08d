/** What the public is told when a publication is taken back. `withdrawnAt` is ISO 8601 with offset. */
export interface WithdrawalNotice {
  readonly title: string;
  readonly reason: string;
  readonly withdrawnAt: string;
  readonly links: { readonly page: string };
}
