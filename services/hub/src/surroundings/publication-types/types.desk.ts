import type { Finding } from '../../http/problem.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Matter } from '../../publications/publication.terms.ts';
import { completeness, formOf, type ItemElements, type Surroundings } from './completeness.ts';
import { publicationTypes, typeOf, type FormField, type PublicationType } from './publication.type.ts';

/** Where catalogue items are found; null for one that is not in force (any more). */
export interface Items {
  effectiveItem(id: string): Promise<ItemElements | null>;
}

/** Forms of types, and whether they are complete. */
export class TypesDesk {
  constructor(
    private readonly items: Items,
    private readonly at: Surroundings,
  ) {}

  get all(): readonly PublicationType[] {
    return publicationTypes;
  }

  /** @throws ProblemError 404 · 422 */
  async form(code: string, item: string | null): Promise<readonly FormField[]> {
    return formOf(requireType(code), item === null ? null : await this.item(item));
  }

  /**
   * A catalogue row that vanished while a draft used it is a finding like any other.
   * @throws ProblemError 404 for an unknown type
   */
  async check({ type, item, fields }: Matter): Promise<readonly Finding[]> {
    const known = item === null ? null : await this.items.effectiveItem(item);
    const gone: Finding[] =
      item !== null && known === null
        ? [
            {
              rule: 'item-gone',
              severity: 'block',
              field: 'matter.item',
              message: `公开事项“${item}”已不在现行目录中。`,
              remedy: '请改选现行目录中的事项，或留空。',
              source: '《政府信息公开条例》第十二条',
            },
          ]
        : [];
    return [...gone, ...(await completeness(requireType(type), known, fields, this.at))];
  }

  private async item(id: string): Promise<ItemElements> {
    const found = await this.items.effectiveItem(id);
    if (found === null) throw new ProblemError(404, 'not-found', `现行公开事项目录中没有“${id}”；请核对编号`);
    return found;
  }
}

function requireType(code: string): PublicationType {
  const found = typeOf(code);
  if (found === null) throw new ProblemError(404, 'not-found', `没有发布类型“${code}”；请从类型表中选择`);
  return found;
}
