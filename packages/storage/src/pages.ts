import type { Collection, Doc, FindOptions, Where } from './collection.ts';

/** Documents in one page (of `pagesOf`) where nobody says otherwise. */
const usual = 1000;

/** All that is found, page by page; what is written meanwhile may be in a later page or in none. */
export async function* pagesOf<T extends Doc>(
  of: Pick<Collection<T>, 'find'>,
  where: Where,
  options: Omit<FindOptions, 'after'> = {},
): AsyncIterable<readonly T[]> {
  let after: string | undefined;
  do {
    const page = await of.find(where, {
      limit: usual,
      ...options,
      ...(after === undefined ? {} : { after }),
    });
    yield page.items;
    after = page.cursor;
  } while (after !== undefined);
}

/** Likewise, one after the other. */
export async function* everyOne<T extends Doc>(
  of: Pick<Collection<T>, 'find'>,
  where: Where,
  options: Omit<FindOptions, 'after'> = {},
): AsyncIterable<T> {
  for await (const page of pagesOf(of, where, options)) yield* page;
}
