import { useLocation, useNavigate } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The cursors of the pages of a list that come before this one; the first page has none. */
    readonly turned?: readonly (string | undefined)[];
  }
}

/** How the words of an address are understood; undefined is what is not understood, and counts as not said. */
export type Kept<Filters> = { readonly [K in keyof Filters]-?: (words: string) => Filters[K] | undefined };

export const anyWords = (words: string): string => words;
export const oneOf =
  <W extends string>(closed: readonly W[]) =>
  (words: string): W | undefined =>
    closed.find((w) => w === words);

export type Words = Readonly<Record<string, string>>;

/** What stands behind `?`; every value is words, also one that looks like a number. */
export const searchIn = (search: string): Words => Object.fromEntries(new URLSearchParams(search));
export function searchOf(search: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const words = new URLSearchParams(said).toString();
  return words === '' ? '' : `?${words}`;
}

/** What the address says behind `?`. */
export const useSaid = (): Words => useLocation({ select: ({ search }) => search as Words });

export function understood<Filters extends object>(kept: Kept<Filters>, said: Words): Partial<Filters> {
  const all = Object.entries<(words: string) => unknown>(kept).map(([name, read]) => [
    name,
    said[name] === undefined ? undefined : read(said[name]),
  ]);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Partial<Filters>;
}

/**
 * What a list is narrowed by, kept in the address: a bookmark or a link of it is a saved view, and going back
 * leads to the view before. Narrowing begins at the first page again.
 */
export function useSaved<Filters extends object>(kept: Kept<Filters>) {
  const said = useSaid();
  const navigate = useNavigate();
  const narrow = (more: Partial<Filters>): void => {
    const { after: _turned, open: _open, ...rest } = said;
    void navigate({ to: '.', search: { ...rest, ...more } });
  };
  return { saved: understood(kept, said), narrow };
}

/** The way through a list that is given page by page; each page names the cursor of the next. */
export function usePages() {
  const said = useSaid();
  const turned = useLocation({ select: ({ state }) => state.turned }) ?? [];
  const navigate = useNavigate();
  const turn = (after: string | undefined, before: typeof turned): void => {
    const { after: _here, ...rest } = said;
    void navigate({
      to: '.',
      search: after === undefined ? rest : { ...rest, after },
      state: { turned: before },
    });
  };
  const { after } = said;
  return {
    after,
    first: after === undefined,
    // whoever opened a later page by its address knows none before it but the first
    back: () => turn(turned.at(-1), turned.slice(0, -1)),
    on: (next: string | undefined) => turn(next, [...turned, after]),
  };
}
