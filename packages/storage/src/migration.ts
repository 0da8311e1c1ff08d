import { checked } from './checked.ts';
import type { CollectionSpec, Doc, Fresh, Plain } from './collection.ts';
import { MigrationFailed, NewerData } from './errors.ts';

/**
 * What a store remembers about the form of a collection's documents. `reaching` is above `version` from the
 * first document of a migration to the last.
 */
export interface Mark {
  readonly version: number;
  readonly reaching: number;
}

/** Data from before there were marks. */
export const unmarked: Mark = { version: 1, reaching: 1 };
export const markOf = (version: number): Mark => ({ version, reaching: version });

/** `mark`: null for a collection that was never opened. @throws NewerData */
export function requireOpenable<T extends Doc>(spec: CollectionSpec<T>, mark: Mark | null): void {
  const reaching = mark?.reaching ?? spec.schemaVersion;
  if (reaching > spec.schemaVersion)
    throw new NewerData(
      `The collection "${spec.name}" holds documents of version ${reaching}; this release knows them up to version ${spec.schemaVersion}. Start the later release that wrote them, or put back a backup from before. Nothing was changed.`,
    );
}

/**
 * A document of form `from` as one of form `to`; as today's schema wants it when that is today's form.
 * @throws MigrationFailed naming the document
 */
export function migrated<T extends Doc>(
  spec: CollectionSpec<T>,
  doc: Plain & Doc,
  from: number,
  to: number,
): Plain & Doc {
  try {
    const steps = (spec.migrations ?? []).slice(from - 1, to - 1);
    const moved = steps.reduce<Plain>((before, step) => step(before), doc);
    const whole = { ...moved, _id: doc._id, version: doc.version };
    return to === spec.schemaVersion ? fitting(spec, whole) : whole;
  } catch (cause) {
    throw new MigrationFailed(
      `${spec.name} "${doc._id}" cannot be brought from version ${from} to ${to}: ${cause instanceof Error ? cause.message : String(cause)}. It stays as it was.`,
      { cause },
    );
  }
}

/** @throws InvalidDocument */
export function fitting<T extends Doc>(spec: CollectionSpec<T>, doc: Plain & Doc): Plain & Doc {
  // What it is, only the schema can say, and it does.
  const fresh: Doc = doc;
  checked(spec, fresh as Fresh<T> & Doc, doc.version);
  return doc;
}
