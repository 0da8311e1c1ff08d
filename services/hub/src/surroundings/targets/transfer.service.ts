import type { RegisteredTarget, TargetKind } from '@towncrier/contracts';
import { sheetOf, type Table } from '@towncrier/tables';
import { hasTargets, readTargets, targetTable } from '@towncrier/targets';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { Uploaded } from '../../http/upload.ts';
import { lookOf } from '../../trail/audit.deed.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { AreasDesk } from '../areas/areas.desk.ts';
import { readTables } from '../catalogue/table/table.ts';
import { answered } from './answered.ts';
import { problemsOf } from './lost.rows.ts';
import { RegisterClient, refused } from './register.client.ts';
import type { RegisterWriter } from './register.writer.ts';
import { changedFields, importFact, unansweredFact, type Change } from './target.audit.ts';
import { targetPermissions } from './target.permissions.ts';
import type { ImportReport } from './target.view.ts';

const page = 500;
const reported = 500;

export interface TransferParts {
  readonly registers: RegisterClient;
  readonly writer: RegisterWriter;
  readonly areas: AreasDesk;
  readonly clock: Clock;
  readonly trail: AuditTrail;
}

interface Known {
  readonly kinds: readonly TargetKind[];
  readonly known: ReadonlyMap<string, RegisteredTarget>;
}

/** Registers as tables: in, with a report per row, and out. */
export class TransferService {
  constructor(private readonly at: TransferParts) {}

  /**
   * Reads CSV or XLSX. With `apply: false` nothing is written; a file with one bad row writes nothing either.
   * Every problem names its row: those of the reading, those of the codes that the hub keeps, and those that
   * the channel finds are told together.
   * @throws ProblemError 403 · 422 `unreadable`, `register-refused` with `rows` · 503
   */
  async import(who: Actor, channel: string, file: Uploaded, apply: boolean): Promise<ImportReport> {
    permit(who, targetPermissions, 'keep', 'Target');
    const { writer, trail, clock } = this.at;
    const { table, losses } = sheetOf(await readTables(file.name, file.bytes), hasTargets);
    const lost = problemsOf(losses);
    const organisations = await this.at.areas.bodiesByName();
    const read = readTargets(table, { ...(await this.known(channel)), organisations });
    if (read.problems.length + lost.length > 0) throw refused([...lost, ...read.problems]);
    const rows = read.rows.flatMap(({ write }) => write ?? []);
    const found = read.rows.flatMap(({ problems }) => problems);
    await writer.check(channel, rows, who.name, found);
    if (!apply) return reportOf(await writer.ask(channel, rows, who.name, false), false);
    const importing = { channel, by: who, at: clock(), file: file.name };
    const unanswered = unansweredFact(`target/${channel}`, { ...importing, act: 'import' });
    const written = await answered(trail, unanswered, () => writer.ask(channel, rows, who.name, true));
    await trail.append([importFact(written, importing)]);
    return reportOf(written, true);
  }

  /** All targets but their secrets. Leaves a line in the audit. @throws ProblemError 403 · 503 */
  async export(who: Actor, channel: string): Promise<Table> {
    permit(who, targetPermissions, 'read', 'Target');
    const { kinds, known } = await this.known(channel);
    await this.at.trail.append([
      lookOf({
        of: `export/target/${channel}`,
        act: 'target.export',
        about: `target/${channel}`,
        by: who,
        at: this.at.clock(),
        detail: { targets: String(known.size) },
      }),
    ]);
    return targetTable([...known.values()], kinds);
  }

  private async known(channel: string): Promise<Known> {
    const { kinds } = await this.at.registers.ask<'kinds'>(channel, { ask: 'kinds' });
    const known = new Map<string, RegisteredTarget>();
    let after: string | null = null;
    do {
      const { items, next } = await this.page(channel, after);
      for (const target of items) known.set(target.id, target);
      after = next;
    } while (after !== null);
    return { kinds, known };
  }

  private page(
    channel: string,
    after: string | null,
  ): Promise<{ items: readonly RegisteredTarget[]; next: string | null }> {
    const question = { ask: 'list', where: {}, limit: page, ...(after === null ? {} : { after }) } as const;
    return this.at.registers.ask<'list'>(channel, question);
  }
}

function reportOf(
  { changes, unchanged }: { readonly changes: readonly Change[]; readonly unchanged: number },
  applied: boolean,
): ImportReport {
  const created = changes.filter(({ before }) => before === null).length;
  return {
    applied,
    created,
    changed: changes.length - created,
    unchanged,
    rows: changes.slice(0, reported).map((change) => ({
      row: change.row ?? 1,
      target: change.after.id,
      title: change.after.title,
      what: change.before === null ? 'created' : 'changed',
      fields: [...changedFields(change)],
    })),
  };
}
