import type { CollectionSpec, Doc } from './collection.ts';

const collectionName = /^[a-z][a-z0-9_-]*$/;
/** Segments start with a letter: "a.0" would be a place in a list to one store and a key to the other. */
const indexPath = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/;

/**
 * Names and paths become part of statements, so they are held to what both stores read alike.
 * @throws TypeError naming the culprit
 */
export function requireSound<T extends Doc>(spec: CollectionSpec<T>): void {
  if (!collectionName.test(spec.name))
    throw new TypeError(`"${spec.name}" cannot name a collection; use small letters, digits, "_" and "-"`);
  const bad = [...spec.indexes.flat(), ...(spec.text === undefined ? [] : [spec.text])].find(
    (path) => !indexPath.test(path),
  );
  if (bad !== undefined)
    throw new TypeError(
      `${spec.name}: "${bad}" cannot be indexed; a path is names joined by dots, each starting with a letter`,
    );
  const steps = spec.migrations?.length ?? 0;
  if (steps !== spec.schemaVersion - 1)
    throw new TypeError(
      `${spec.name}: schemaVersion ${spec.schemaVersion} needs ${spec.schemaVersion - 1} migrations, one from each form to the next; it has ${steps}`,
    );
}
