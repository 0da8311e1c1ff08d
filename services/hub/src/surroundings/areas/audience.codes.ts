import type { Selection } from '@towncrier/contracts';
import type { Frozen } from '@towncrier/storage';
import type { Terms } from '../../publications/publication.terms.ts';
import type { AreaTable } from './area.table.ts';

export interface Codes {
  readonly areas: AreaTable;
  /** Codes of organisations that exist, abolished ones too. */
  readonly organisations: ReadonlySet<string>;
}

/** Codes in an audience that nobody knows, in words; null when all of them are known. */
export function unknownCodes(audience: Terms['audience'], { areas, organisations }: Codes): string | null {
  const selections = [...(audience.scope === 'some' ? [audience.of] : []), audience.except ?? []].flat();
  const codesOf = (read: (s: Frozen<Selection>) => readonly string[]) => selections.flatMap(read);
  const noArea = areas.unknownIn(codesOf((s) => s.areas));
  const noBody = codesOf((s) => s.organisations).filter((code) => !organisations.has(code));
  const words = [
    ...(noArea.length === 0 ? [] : [`区划表中没有这些代码：${noArea.join('、')}`]),
    ...(noBody.length === 0 ? [] : [`没有这些机构：${[...new Set(noBody)].join('、')}`]),
  ];
  return words.length === 0 ? null : `受众有误：${words.join('；')}；请核对后重新选择`;
}
