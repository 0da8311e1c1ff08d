import type { MatrixFilter, MatrixPage, MatrixRow, MatrixTotals } from '@towncrier/contracts';
import { pagesOf, type Collection } from '@towncrier/storage';
import type { LedgerDoc } from '../ledger/row.ts';
import type { EditionDoc, FormDoc } from './edition.ts';
import { editionForm, editionsOf } from './edition.rows.ts';
import { matrixQuery } from './matrix.query.ts';
import { Totals } from './matrix.totals.ts';

/** More than so many editions are not counted. */
const countable = 10_000;

/** The matrix edition × channel: made of the ledger, kept so that it can be searched. */
export class MatrixService {
  private readonly making = new Map<string, Promise<void>>();

  constructor(
    private readonly ledger: Pick<Collection<LedgerDoc>, 'find'>,
    private readonly editions: Collection<EditionDoc>,
    private readonly forms: Collection<FormDoc>,
  ) {}

  /** Makes the rows of a publication again where the ledger has moved on; many calls at once are two. */
  async follow(publication: string): Promise<void> {
    const under = this.making.get(publication);
    if (under === undefined) return this.begin(publication);
    // what is under way may have read the ledger before
    await under.catch(() => undefined);
    return this.making.get(publication) ?? this.begin(publication);
  }

  /** Makes everything where it was made by other rules, or never. */
  async catchUp(): Promise<void> {
    const known = await this.forms.get('editions');
    if (known?.form === editionForm) return;
    const seen = new Set<string>();
    for await (const page of pagesOf(
      this.ledger,
      { releasedAt: { gte: '' } },
      { order: { releasedAt: 'desc' } },
    ))
      for (const { publication } of page) {
        if (seen.has(publication)) continue;
        seen.add(publication);
        await this.make(publication);
      }
    await this.forms.change('editions', () => ({ _id: 'editions', form: editionForm }));
  }

  async page(filter: MatrixFilter, after: string | undefined, limit: number): Promise<MatrixPage> {
    const { where, words } = matrixQuery(filter);
    const { items, cursor } = await this.editions.find(where, {
      words,
      order: { releasedAt: 'desc' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return { items: items.map(told), ...(cursor === undefined ? {} : { cursor }) };
  }

  async totals(filter: MatrixFilter): Promise<MatrixTotals> {
    const { where, words } = matrixQuery(filter);
    const totals = new Totals();
    for await (const page of pagesOf(this.editions, where, { words, order: { releasedAt: 'desc' } })) {
      for (const edition of page) totals.add(edition);
      if (totals.size >= countable) return totals.told(false);
    }
    return totals.told(true);
  }

  private begin(publication: string): Promise<void> {
    const made = this.make(publication).finally(() => this.making.delete(publication));
    this.making.set(publication, made);
    return made;
  }

  /** The ledger is read after the row was: whoever else writes it meanwhile makes this decide again. */
  private async make(publication: string): Promise<void> {
    for (const { _id } of editionsOf(await this.rowsOf(publication)))
      await this.editions.change(_id, async (known) => {
        const next =
          editionsOf(await this.rowsOf(publication)).find((edition) => edition._id === _id) ?? null;
        return next === null || isSame(known, next) ? null : next;
      });
  }

  private async rowsOf(publication: string): Promise<readonly LedgerDoc[]> {
    return (await this.ledger.find({ publication }, { order: { releasedAt: 'asc' }, limit: 1000 })).items;
  }
}

function isSame(known: EditionDoc | null, next: Omit<EditionDoc, 'version'>): boolean {
  if (known === null) return false;
  const { version: _version, ...rest } = known;
  return JSON.stringify(sorted(rest)) === JSON.stringify(sorted(next));
}
const sorted = (doc: object): unknown => Object.entries(doc).sort(([a], [b]) => a.localeCompare(b));

const told = ({ _id, version, words, ...row }: EditionDoc): MatrixRow => row;
