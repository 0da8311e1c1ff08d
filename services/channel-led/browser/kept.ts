import type { Play } from '../src/player.requests.ts';

interface Values {
  /** The service's public key (SPKI, base64), since first sight. */
  readonly key: string;
  /** The last playlist that was taken, as it was signed. */
  readonly playlist: { readonly body: string; readonly signature: string };
  /** Complete showings that are not reported yet. */
  readonly plays: readonly Play[];
}

/** What the browser keeps for one screen across restarts. */
export class Kept {
  constructor(private readonly screen: string) {}

  get<K extends keyof Values>(name: K): Values[K] | null {
    return JSON.parse(localStorage.getItem(this.address(name)) ?? 'null');
  }
  set<K extends keyof Values>(name: K, value: Values[K]): void {
    localStorage.setItem(this.address(name), JSON.stringify(value));
  }
  private address(name: string): string {
    return `towncrier:${this.screen}:${name}`;
  }
}

const tokenAddress = 'towncrier:token';

/** The token in `#token=…` is kept and taken out of the address, so that nobody reads it off the box. */
export function keepToken(): void {
  const found = /token=([^&]+)/.exec(location.hash)?.[1];
  if (found === undefined) return;
  localStorage.setItem(tokenAddress, decodeURIComponent(found));
  history.replaceState(null, '', location.pathname + location.search);
}

export const token = (): string => localStorage.getItem(tokenAddress) ?? '';
