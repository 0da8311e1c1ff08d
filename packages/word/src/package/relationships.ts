import { posix } from 'node:path';
import { childrenOf, type XmlElement } from '../xml/xml.element.ts';

export interface Relationship {
  /** The last word of its type: `image`, `hyperlink`, `footnotes` … */
  readonly kind: string;
  /** The name of a part, or an address when `external`. */
  readonly target: string;
  readonly external: boolean;
}
export type Relationships = ReadonlyMap<string, Relationship>;

/** Where the relationships of a part stand. */
export const relationshipsPart = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** @param part whose relationships they are: targets are relative to it */
export function readRelationships(root: XmlElement | null, part: string): Relationships {
  const found = new Map<string, Relationship>();
  for (const { attributes } of childrenOf(root ?? undefined, 'rel:Relationship')) {
    const { Id: id, Type: type = '', Target: target = '' } = attributes;
    if (id === undefined) continue;
    const external = attributes['TargetMode'] === 'External';
    const kind = type.slice(type.lastIndexOf('/') + 1);
    found.set(id, { kind, external, target: external ? target : partName(target, part) });
  }
  return found;
}

const partName = (target: string, part: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
