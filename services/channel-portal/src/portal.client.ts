/** Only 404 and 410 prove an absence. */
export type Visit =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unclear'; readonly detail: string };

/** Opens pages of the portal as a phone at a venue does. */
export class PortalClient {
  constructor(private readonly portalUrl: string) {}

  async page(path: string, signal: AbortSignal): Promise<Visit> {
    const answer = await fetch(`${this.portalUrl}${path}`, { signal });
    const html = await answer.text();
    if (answer.ok) return { kind: 'page', html };
    return answer.status === 404 || answer.status === 410
      ? { kind: 'gone' }
      : { kind: 'unclear', detail: `登录页暂时无法访问（${answer.status}）` };
  }
}
