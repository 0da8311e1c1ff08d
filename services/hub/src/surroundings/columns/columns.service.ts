import type { EditionColumn } from '@towncrier/contracts';
import type { Page } from '@towncrier/storage';
import { z } from 'zod';
import { deedOf, theSystem, type Doer } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { AuditedStore, factsIn } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Actor, Person } from '../../access/person.ts';
import { permit } from '../../access/permissions.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { typeOf } from '../publication-types/publication.type.ts';
import { houseKinds, kindsOf, type ReviewKind, type ReviewRoute } from '../../publications/review.kind.ts';
import shipped from './columns.json' with { type: 'json' };
import { columnPermissions, columnSteps } from './columns.steps.ts';
import {
  columnCode,
  columnFacts,
  routeIn,
  type ColumnDoc,
  type ColumnFacts,
  type ColumnView,
} from './columns.documents.ts';

const first = z.array(columnFacts.extend({ code: columnCode })).parse(shipped);

export const noColumn = '没有这个栏目；请核对栏目代码';

export class ColumnsService {
  constructor(
    private readonly store: AuditedStore<ColumnDoc>,
    private readonly clock: Clock,
  ) {}

  /** At first start: the columns of a county portal. Those that are there stay as they are. */
  async seed(): Promise<void> {
    for (const { code, ...facts } of first) {
      if ((await this.store.docs.get(code)) === null)
        await this.store.insert(
          { _id: code, ...facts, abolished: false },
          this.fact(theSystem, code, 1, 'create'),
        );
    }
  }

  async list(who: Person): Promise<readonly ColumnView[]> {
    const { items } = await this.all();
    const known = kindsIn(items);
    return items.map((doc) => viewOf(who, doc, known));
  }

  private all(): Promise<Page<ColumnDoc>> {
    return this.store.docs.find({ abolished: { in: [true, false] } }, { limit: 1000 });
  }

  private async view(who: Person, doc: ColumnDoc): Promise<ColumnView> {
    return viewOf(who, doc, kindsIn((await this.all()).items));
  }

  /** Which reviews an edition in this column needs. @throws ProblemError 422 when the column is gone */
  async routeOf(code: string): Promise<ReviewRoute> {
    const found = await this.store.docs.get(code);
    if (found === null || found.abolished)
      throw new ProblemError(
        422,
        'column-gone',
        `栏目“${found?.title ?? code}”已撤销或不存在；请在稿件中改选栏目后再送审`,
      );
    return { kinds: [...kindsOf(routeIn(found))] };
  }

  /** How it is called, abolished or not. */
  async columnOf(code: string): Promise<EditionColumn | null> {
    const found = await this.store.docs.get(code);
    return found === null ? null : { name: found.title, type: found.columnType };
  }

  async titleOf(code: string): Promise<string> {
    return (await this.store.docs.get(code))?.title ?? code;
  }

  /** @throws ProblemError 403 · 409 · 422 */
  async create(who: Actor, code: string, facts: ColumnFacts): Promise<ColumnView> {
    permit(who, columnPermissions, 'keep', 'Column');
    requireType(facts);
    if (
      !(await this.store.insert({ _id: code, ...facts, abolished: false }, this.fact(who, code, 1, 'create')))
    )
      throw new ProblemError(409, 'already-exists', `栏目代码“${code}”已被使用；请换一个代码`);
    return this.view(who, await this.store.get(code));
  }

  /** @throws ProblemError 403 · 404 · 409 · 422 */
  async change(
    who: Actor,
    code: string,
    version: number,
    facts: ColumnFacts,
    abolished: boolean,
  ): Promise<ColumnView> {
    permit(who, columnPermissions, 'keep', 'Column');
    requireType(facts);
    return this.view(
      who,
      await this.store.change(code, version, (doc) => ({
        next: { ...factsIn(doc), ...facts, abolished },
        fact: this.fact(who, code, version + 1, 'change'),
      })),
    );
  }

  private fact(by: Doer, key: string, revision: number, act: string): Deed {
    return deedOf({ kind: 'column', key, revision, act, by, at: this.clock() });
  }
}

function requireType({ defaultType }: ColumnFacts): void {
  if (typeOf(defaultType) === null)
    throw new ProblemError(422, 'unknown-type', `没有发布类型“${defaultType}”；请从类型表中选择`);
}

/** Every kind of review there is: those of the house, then those that columns name themselves. */
function kindsIn(columns: readonly ColumnDoc[]): readonly ReviewKind[] {
  const all = [...houseKinds, ...columns.flatMap((c) => c.reviews ?? [])];
  return all.filter((kind, n) => all.findIndex((k) => k.id === kind.id) === n);
}

function viewOf(who: Person, doc: ColumnDoc, known: readonly ReviewKind[]): ColumnView {
  const { _id: code, ...facts } = factsIn(doc);
  return {
    ...facts,
    reviews: facts.reviews ?? null,
    code,
    version: doc.revision,
    steps: columnSteps(who, known),
  };
}
