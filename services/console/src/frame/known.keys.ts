import { useEffect, useSyncExternalStore } from 'react';

/** A key, or keys together, and what it does where one is, in words. */
export interface KnownKey {
  readonly keys: string;
  readonly does: string;
}

const mounted = new Map<symbol, readonly KnownKey[]>();
const listening = new Set<() => void>();
let all: readonly KnownKey[] = [];

function tell(): void {
  all = [...mounted.values()].flat();
  listening.forEach((listener) => listener());
}

/** Makes keys known to whoever asks for help, for as long as what hears them is open. */
export function useKnownKeys(keys: readonly KnownKey[]): void {
  const words = JSON.stringify(keys);
  useEffect(() => {
    const mine = Symbol('keys');
    mounted.set(mine, JSON.parse(words) as readonly KnownKey[]);
    tell();
    return () => {
      mounted.delete(mine);
      tell();
    };
  }, [words]);
}

function listen(listener: () => void): () => void {
  listening.add(listener);
  return () => listening.delete(listener);
}

/** Every key that does something on the page that is open. */
export const useAllKnownKeys = (): readonly KnownKey[] => useSyncExternalStore(listen, () => all);
