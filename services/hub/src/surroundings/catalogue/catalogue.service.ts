import { createHash } from 'node:crypto';
import { dateInChina, lossFinding, severityOf, type Loss } from '@towncrier/content';
import { deedOf, theSystem, type Doer } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { factsIn, type AuditedStore, type Facts } from '../../trail/audited.store.ts';
import { ProblemError } from '../../http/problem.ts';
import { allOf } from '../../ports/all-of.ts';
import { permit } from '../../access/permissions.ts';
import type { Actor, Person } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { CatalogueVersionDoc } from './catalogue.documents.ts';
import { cataloguePermissions } from './catalogue.permissions.ts';
import { draftObjection, incompleteObjection, versionStates, versionSteps } from './catalogue.steps.ts';
import type { ImportReport, ItemsQuery, VersionDetail, VersionSummary } from './catalogue.view.ts';
import type { ClosedItemsService } from './closed-items.service.ts';
import shipped from './data/disclosure-items.json' with { type: 'json' };
import { diffOf, type CatalogueDiff } from './diff.ts';
import { readCatalogue, readCatalogueFile } from './import.ts';
import { findingsIn, missingElements, obstaclesTo } from './item.rules.ts';
import { nameOf, type Item } from './item.ts';
import { summaryOf, type CatalogueSummary } from './summary.ts';

const sample = '开远市政务公开事项标准目录（九个领域，首批样本）';
export const noVersion = '没有这个目录版本；请从版本列表中选择';

type Doc = CatalogueVersionDoc;
interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mode: 'replace' | 'merge';
  readonly dryRun: boolean;
  readonly confirmed: boolean;
}

/** 公开事项目录: its versions, which of them is in force on a day, and how new ones come about. */
export class CatalogueService {
  constructor(
    private readonly store: AuditedStore<Doc>,
    private readonly closed: ClosedItemsService,
    private readonly clock: Clock,
  ) {}

  /** At first start: the shipped rows, in force from that day on. */
  async seed(): Promise<void> {
    if ((await this.store.docs.get('1')) !== null) return;
    const bytes = new TextEncoder().encode(JSON.stringify(shipped));
    const items = readCatalogue('disclosure-items.json', bytes, []).rows.flatMap((r) => r.item ?? []);
    await this.store.insert(
      {
        _id: '1',
        number: 1,
        title: sample,
        origin: originOf('disclosure-items.json', bytes),
        state: 'adopted',
        effectiveFrom: this.today(),
        items,
      },
      this.fact(theSystem, 1, 1, 'seed', { items: String(items.length) }),
    );
  }

  async versions(who: Person): Promise<readonly VersionSummary[]> {
    const all = await this.all();
    const current = inForce(all, this.today());
    return all.toSorted((a, b) => b.number - a.number).map((doc) => this.summaryFor(who, doc, current));
  }

  /** Since when there has been a catalogue at all (civil date in China); null when there has been none. */
  async since(): Promise<string | null> {
    const days = (await this.all()).flatMap((d) => (d.state === 'adopted' ? (d.effectiveFrom ?? []) : []));
    return days.toSorted()[0] ?? null;
  }

  /** @throws ProblemError 404 */
  async version(who: Person, number: string): Promise<VersionDetail> {
    const doc = await this.store.get(number);
    const { items: _count, ...rest } = this.summaryFor(who, doc, inForce(await this.all(), this.today()));
    return { ...rest, items: doc.items, findings: [...findingsIn(doc.items, await this.closed.names())] };
  }

  /**
   * The items in force on a day, today by default. Those that lack an element are not: they cannot take
   * effect.
   */
  async items({ on, field, stage, tier, body, q }: ItemsQuery): Promise<readonly Item[]> {
    const items = await this.effective(on ?? this.today());
    return items.filter(
      (i) =>
        (field === undefined || i.field === field) &&
        (stage === undefined || i.stage === stage) &&
        (tier === undefined || i.tier.includes(tier)) &&
        (body === undefined || i.body.includes(body) || (i.lead?.includes(body) ?? false)) &&
        (q === undefined || `${i.id} ${i.level1} ${nameOf(i)} ${i.elements.join(' ')}`.includes(q)),
    );
  }

  /** Null for an item that is not in force today. */
  async effectiveItem(id: string): Promise<Item | null> {
    return (await this.effective(this.today())).find((i) => i.id === id) ?? null;
  }

  async diff(from: string, to: string): Promise<CatalogueDiff> {
    const [before, after] = await Promise.all([this.store.get(from), this.store.get(to)]);
    return diffOf(before.items, after.items);
  }

  async summary(): Promise<CatalogueSummary> {
    const current = inForce(await this.all(), this.today());
    return {
      version: current?.number ?? null,
      effectiveFrom: current?.effectiveFrom ?? null,
      ...summaryOf(current?.items ?? []),
    };
  }

  /**
   * A new draft version; nothing at all while a row cannot be read or a loss waits to be confirmed.
   * @throws ProblemError 403 · 422 `unreadable`
   */
  async import(who: Actor, { name, bytes, mode, dryRun, confirmed }: Upload): Promise<ImportReport> {
    permit(who, cataloguePermissions, 'import', 'Catalogue');
    const all = await this.all();
    const known = inForce(all, this.today())?.items ?? [];
    const { rows, losses } = await readCatalogueFile(name, bytes, known);
    const read = rows.flatMap((r) => r.item ?? []);
    const items = mode === 'merge' ? merged(known, read) : read;
    const findings = findingsIn(items, await this.closed.names());
    const bad = rows.filter((r) => r.item === null).length;
    const open = !confirmed && losses.some((one) => severityOf(one) === 'block');
    const report = {
      rows: rows.map(({ row, id, name: title, problems }) => ({
        row,
        id,
        name: title,
        problems: [...problems],
        advice: findings.filter((f) => f.item === id).map((f) => f.message),
      })),
      losses: losses.map(toldLoss),
      good: rows.length - bad,
      bad,
      incomplete: items.filter((i) => missingElements(i).length > 0).length,
    };
    return {
      ...report,
      catalogue:
        bad > 0 || open || read.length === 0 || dryRun
          ? null
          : this.summaryFor(who, await this.append(who, all, name, bytes, items), undefined),
    };
  }

  /** @throws ProblemError 403 · 404 · 409 `stale`, `not-a-draft` */
  async putItem(who: Actor, number: string, version: number, item: Item): Promise<VersionDetail> {
    await this.edit(who, number, version, 'put-item', { item: item.id }, (items) =>
      [...items.filter((i) => i.id !== item.id), item].toSorted(byId),
    );
    return this.version(who, number);
  }

  async removeItem(who: Actor, number: string, version: number, id: string): Promise<VersionDetail> {
    await this.edit(who, number, version, 'remove-item', { item: id }, (items) =>
      items.filter((i) => i.id !== id),
    );
    return this.version(who, number);
  }

  async drop(who: Actor, number: string, version: number): Promise<VersionSummary> {
    permit(who, cataloguePermissions, 'edit', 'Catalogue');
    const dropped = await this.change(who, number, version, 'drop', {}, () => ({ state: 'dropped' }));
    return this.summaryFor(who, dropped, undefined);
  }

  /**
   * @throws ProblemError 403 · 404 · 409 · 422 `incomplete` with every row that lacks an element · 422
   * `in-the-past`
   */
  async adopt(who: Actor, number: string, version: number, effectiveFrom: string): Promise<VersionSummary> {
    permit(who, cataloguePermissions, 'adopt', 'Catalogue');
    if (effectiveFrom < this.today())
      throw new ProblemError(
        422,
        'in-the-past',
        `目录不能从过去的日期（${effectiveFrom}）起生效；请填写今天或以后的日期`,
      );
    const doc = await this.change(who, number, version, 'adopt', { effectiveFrom }, (draft) => {
      const objection = incompleteObjection(draft);
      if (objection !== null) {
        const findings = draft.items.flatMap(obstaclesTo).map(({ item, ...f }) => ({ ...f, field: item }));
        throw new ProblemError(422, objection.code, objection.words, { findings });
      }
      return { state: 'adopted', effectiveFrom };
    });
    return this.summaryFor(who, doc, inForce(await this.all(), this.today()));
  }

  private async edit(
    who: Actor,
    number: string,
    version: number,
    act: string,
    detail: Record<string, string>,
    to: (items: readonly Item[]) => Item[],
  ): Promise<void> {
    permit(who, cataloguePermissions, 'edit', 'Catalogue');
    await this.change(who, number, version, act, detail, ({ items }) => ({ items: to(items) }));
  }

  private change(
    who: Actor,
    number: string,
    version: number,
    act: string,
    detail: Record<string, string>,
    to: (doc: Doc) => Partial<Facts<Doc>>,
  ): Promise<Doc> {
    return this.store.change(number, version, (doc) => {
      const objection = draftObjection(doc);
      if (objection !== null) throw new ProblemError(409, objection.code, objection.words);
      return {
        next: { ...factsIn(doc), ...to(doc) },
        fact: this.fact(who, doc.number, version + 1, act, detail),
      };
    });
  }

  private async append(
    who: Actor,
    all: readonly Doc[],
    name: string,
    bytes: Uint8Array,
    items: Item[],
  ): Promise<Doc> {
    for (let number = Math.max(0, ...all.map((d) => d.number)) + 1; ; number += 1) {
      const fresh = {
        _id: String(number),
        number,
        title: `第 ${number} 版`,
        origin: originOf(name, bytes),
        state: 'draft' as const,
        effectiveFrom: null,
        items,
      };
      if (
        await this.store.insert(
          fresh,
          this.fact(who, number, 1, 'import', { file: name, items: String(items.length) }),
        )
      )
        return this.store.get(String(number));
    }
  }

  private async effective(on: string): Promise<readonly Item[]> {
    return (inForce(await this.all(), on)?.items ?? []).filter((i) => missingElements(i).length === 0);
  }
  private async all(): Promise<readonly Doc[]> {
    return [...(await allOf(this.store.docs)).values()];
  }
  private summaryFor(who: Person, doc: Doc, current: Doc | undefined): VersionSummary {
    return { ...summary(doc, current), steps: versionSteps(who, doc, this.today()) };
  }
  private today(): string {
    return dateInChina(this.clock());
  }

  private fact(
    by: Doer,
    number: number,
    revision: number,
    act: string,
    detail: Record<string, string>,
  ): Deed {
    return deedOf({ kind: 'catalogue', key: String(number), revision, act, by, at: this.clock(), detail });
  }
}

const toldLoss = (one: Loss): ImportReport['losses'][number] => {
  const { message, remedy } = lossFinding(one);
  return { severity: severityOf(one), message, remedy };
};
const byId = (a: Item, b: Item): number => (a.id < b.id ? -1 : 1);
const originOf = (name: string, bytes: Uint8Array): string =>
  `${name}（SHA-256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}）`;

/** Rows of the file replace those of the same id; the others stay. */
const merged = (known: readonly Item[], read: readonly Item[]): Item[] =>
  [...known.filter((k) => !read.some((r) => r.id === k.id)), ...read].toSorted(byId);

function inForce(all: readonly Doc[], on: string): Doc | undefined {
  const adopted = all.filter(
    (d) => d.state === 'adopted' && d.effectiveFrom !== null && d.effectiveFrom <= on,
  );
  return adopted.toSorted(
    (a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? '') || b.number - a.number,
  )[0];
}

function summary(doc: Doc, current: Doc | undefined): Omit<VersionSummary, 'steps'> {
  const { number, revision: version, title, origin, state, effectiveFrom, items } = doc;
  return {
    number,
    version,
    title,
    origin,
    state,
    stateTitle: versionStates[state],
    effectiveFrom,
    items: items.length,
    incomplete: items.filter((i) => missingElements(i).length > 0).length,
    inForce: current?.number === number,
  };
}
