import { isDeepStrictEqual } from 'node:util';
import type { RegisteredTarget, RegisterProblem, Target } from '@towncrier/contracts';
import { z } from 'zod';
import { titleOf } from './field.titles.ts';
import { issueWords } from './issue.words.ts';
import { factTitles, toldKind } from './kind.told.ts';
import { strayFields, type KnownSecrets } from './stray.secrets.ts';
import { problemsOf, valueAt, type Fault, type Row } from './register.problems.ts';
import type { DeclaredKind, DeclaredSecret } from './target.declaration.ts';
import { plainOf, type TargetIndex } from './target.index.ts';

/** What becomes of one row. `secrets` are the plain values that are new. */
export type Checked =
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'change';
      readonly row: number | undefined;
      readonly before: RegisteredTarget | null;
      readonly target: Target;
      readonly secrets: Readonly<Record<string, string>>;
    }
  | { readonly is: 'refused'; readonly problems: readonly RegisterProblem[] };

/** Rules for one row, against the register as it stands. Pure but for what it is given. */
export class RowCheck {
  private readonly kinds: ReadonlyMap<string, DeclaredKind>;
  private readonly titles: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(
    kinds: readonly DeclaredKind[],
    private readonly index: TargetIndex,
    private readonly known: KnownSecrets,
  ) {
    this.kinds = new Map(kinds.map((kind) => [kind.id, kind]));
    this.titles = new Map(kinds.map((kind) => [kind.id, factTitles(toldKind(kind))]));
  }

  /** @param fresh those of the row's secrets that are not stored yet, or stored with another value */
  row({ target, row, expected }: Row, fresh: Readonly<Record<string, string>>): Checked {
    const before = this.index.get(target.id);
    const kind = this.kinds.get(target.kind);
    if (kind === undefined) return refused(row, target.id, [this.unknownKind()]);
    const stray = strayFields(target, kind, this.known);
    // The id is not told again when it is what should be kept.
    if (stray.length > 0)
      return refused(row, stray.includes('id') ? undefined : target.id, stray.map(this.straySaid(kind)));
    const facts = factsOf(target, kind, before);
    const faults = [
      ...(facts.success ? [] : this.factFaults(facts.error, target, kind)),
      ...secretFaults(kind, fresh, before),
    ];
    const wanted = facts.success ? { ...target, facts: jsonOf(facts.data) } : target;
    if (
      faults.length === 0 &&
      before !== null &&
      isDeepStrictEqual(plainOf(before), wanted) &&
      isEmpty(fresh)
    )
      return { is: 'unchanged' };
    const all = [...faults, ...standingFaults(wanted, before, expected)];
    return all.length > 0
      ? refused(row, target.id, all)
      : { is: 'change', row, before, target: wanted, secrets: fresh };
  }

  private unknownKind(): Fault {
    const known = [...this.kinds.values()].map(({ id, title }) => `${title}（${id}）`).join('、');
    return {
      field: 'kind',
      message: '此渠道没有这种类型的终端',
      remedy: known === '' ? '此渠道没有终端可登记' : `“类型”只能是：${known}`,
    };
  }

  private straySaid(kind: DeclaredKind): (path: string) => Fault {
    return (path) => {
      const title = titleOf(path.split('.'), this.titles.get(kind.id) ?? new Map());
      return {
        field: path,
        message: `密钥不能写在“${title}”里：写在这里的内容人人可见`,
        remedy: `请从“${title}”中删去，只填写在密钥栏中；如已外泄，请到对端更换`,
      };
    };
  }

  private factFaults(error: z.core.$ZodError, target: Target, kind: DeclaredKind): readonly Fault[] {
    const titles = this.titles.get(kind.id) ?? new Map<string, string>();
    return error.issues.map((issue) => {
      const path = ['facts', ...issue.path];
      const missing = issue.code === 'invalid_type' && valueAt(target.facts, issue.path) === undefined;
      return { field: path.join('.'), ...issueWords(issue, titleOf(path, titles), missing) };
    });
  }
}

/** Facts that do not change are not asked again: what a newer release would refuse may still be retired. */
const factsOf = (
  { facts }: Target,
  kind: DeclaredKind,
  before: RegisteredTarget | null,
): ReturnType<DeclaredKind['facts']['safeParse']> =>
  before !== null && isDeepStrictEqual(before.facts, facts)
    ? { success: true, data: facts }
    : kind.facts.safeParse(facts);

function secretFaults(
  kind: DeclaredKind,
  fresh: Readonly<Record<string, string>>,
  before: RegisteredTarget | null,
): readonly Fault[] {
  const names = new Set(kind.secrets.map(({ name }) => name));
  const unknown = Object.keys(fresh).filter((name) => !names.has(name));
  const missing = kind.secrets.filter(
    // Those of one that is there were asked for when it came, and none goes away.
    ({ name, required }) => required && before === null && fresh[name] === undefined,
  );
  return [
    ...unknown.map((name) => ({
      field: 'secrets',
      message: `“${kind.title}”没有名为“${name}”的密钥`,
      remedy: '请删去该密钥',
    })),
    ...missing.map(({ name, title }) => ({
      field: `secrets.${name}`,
      message: `没有填写密钥“${title}”`,
      remedy: `请补上“${title}”`,
    })),
    ...kind.secrets.flatMap((secret) => wrongSecret(secret, fresh[secret.name])),
  ];
}

function wrongSecret({ name, title, fault }: DeclaredSecret, value: string | undefined): readonly Fault[] {
  const words = value === undefined ? null : (fault?.(value) ?? null);
  if (words === null) return [];
  const message = `“${title}”不对：${words}`;
  return [{ field: `secrets.${name}`, message, remedy: `请更正“${title}”后重试` }];
}

/** Whether the change may be made to what stands there. */
function standingFaults(
  target: Target,
  before: RegisteredTarget | null,
  expected: number | null,
): readonly Fault[] {
  if (before === null)
    return expected === null
      ? []
      : [{ field: 'id', message: '登记簿里没有这个终端', remedy: '请核对编号；新增终端时不要填写版本' }];
  if (before.state.is === 'retired') return [retiredFault(before.state.on)];
  if (expected === null)
    return [
      {
        field: 'id',
        message: `编号已由“${before.title}”使用，编号不能再用`,
        remedy: '请换一个编号；要更改原有终端，请先打开或导出它',
      },
    ];
  if (expected !== before.version)
    return [
      {
        message: `${before.changedBy} 已于 ${before.changedAt} 更改过它`,
        remedy: '请重新打开或导出，核对后再改',
      },
    ];
  return target.kind === before.kind
    ? []
    : [{ field: 'kind', message: '终端的类型不能更改', remedy: '请停用它，另用新编号登记' }];
}

const retiredFault = (on: string): Fault => ({
  field: 'state',
  message: `它已于 ${on} 停用，停用的终端不能再更改`,
  remedy: '请用新编号登记',
});

const refused = (row: number | undefined, target: string | undefined, faults: readonly Fault[]): Checked => ({
  is: 'refused',
  problems: problemsOf(row, target, faults),
});

const jsonFacts = z.record(z.string(), z.json());
/** What a schema made of the facts, without what is not there. @throws when it is no JSON: the channel's fault */
const jsonOf = (facts: Readonly<Record<string, unknown>>): Target['facts'] =>
  jsonFacts.parse(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
