/** The part of JSON Schema that contracts use. */
interface Schema {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Why messages that fitted the old schema would not fit the new one. Empty when the new one only grew. */
export function breaches(before: Schema, after: Schema): string[] {
  return [
    ...compare(before, after, '$'),
    ...Object.entries(before.$defs ?? {}).flatMap(([name, old]) => {
      const now = after.$defs?.[name];
      return now === undefined ? [] : compare(old, now, name);
    }),
  ];
}

function compare(before: Schema, after: Schema, at: string): string[] {
  const newlyRequired = (after.required ?? [])
    .filter((name) => !(before.required ?? []).includes(name))
    .map((name) => `${at}.${name} has become required`);
  const gone = Object.keys(before.properties ?? {})
    .filter((name) => after.properties !== undefined && !(name in after.properties))
    .map((name) => `${at}.${name} is gone`);
  const otherType =
    before.type !== undefined && JSON.stringify(before.type) !== JSON.stringify(after.type)
      ? [`${at} was ${JSON.stringify(before.type)}, is ${JSON.stringify(after.type)}`]
      : [];
  const otherConst =
    before.const !== undefined && before.const !== after.const
      ? [`${at} was always ${JSON.stringify(before.const)}`]
      : [];
  const lostValues =
    after.enum === undefined
      ? []
      : (before.enum ?? [])
          .filter((value) => !after.enum?.includes(value))
          .map((value) => `${at} no longer takes ${JSON.stringify(value)}`);
  const otherRef =
    before.$ref !== after.$ref
      ? [`${at} was ${before.$ref ?? 'written out'}, is ${after.$ref ?? 'written out'}`]
      : [];
  const inside = Object.entries(before.properties ?? {}).flatMap(([name, old]) => {
    const now = after.properties?.[name];
    return now === undefined ? [] : compare(old, now, `${at}.${name}`);
  });
  const items =
    before.items !== undefined && after.items !== undefined
      ? compare(before.items, after.items, `${at}[]`)
      : [];
  const branches = (['anyOf', 'oneOf'] as const).flatMap((kind) =>
    lostBranches(before[kind], after[kind], at),
  );
  return [
    ...otherType,
    ...otherConst,
    ...otherRef,
    ...newlyRequired,
    ...gone,
    ...lostValues,
    ...inside,
    ...items,
    ...branches,
  ];
}

/** Every old branch must have a new one that takes the same. */
function lostBranches(
  before: readonly Schema[] | undefined,
  after: readonly Schema[] | undefined,
  at: string,
): string[] {
  if (before === undefined || after === undefined) return [];
  return before.flatMap((old, i) =>
    after.some((now) => compare(old, now, at).length === 0)
      ? []
      : [`${at} no longer takes its variant ${i + 1}`],
  );
}
