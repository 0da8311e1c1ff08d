import type { Catalogue } from '../catalogue/catalogue.compose.ts';
import type { Floors } from '../surrounding.ts';
import { TypesDesk } from './types.desk.ts';

export async function composeTypes(
  { calendar, publications }: Floors,
  { catalogue }: { readonly catalogue: Catalogue },
): Promise<TypesDesk> {
  const typeOfPublication = async (id: string): Promise<string | null> =>
    (await publications.docs.get(id))?.editions.at(-1)?.matter.type ?? null;
  return new TypesDesk(catalogue.items, { calendar, typeOfPublication });
}
