import type { RegisteredTarget } from '@towncrier/contracts';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { Uploaded } from '../../http/upload.ts';
import { lookOf } from '../../trail/audit.deed.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { readTable } from '../catalogue/table/table.ts';
import { RegisterClient, refused } from './register.client.ts';
import { readTargets, type Known } from './table/target.rows.ts';
import { tableOf } from './table/target.cells.ts';
import { changedFields, type Change } from './target.audit.ts';
import { targetPermissions } from './target.permissions.ts';
import type { ImportReport } from './target.view.ts';
import type { TargetsService } from './targets.service.ts';

const page = 500;
const reported = 500;

/** Registers as tables: in, with a report per row, and out. */
export class TransferService {
  constructor(
    private readonly registers: RegisterClient,
    private readonly targets: TargetsService,
    private readonly at: { readonly clock: Clock; readonly trail: AuditTrail },
  ) {}

  /**
   * Reads CSV or XLSX. With `apply: false` nothing is written; a file with one bad row writes nothing either.
   * @throws ProblemError 403 · 422 `unreadable`, `register-refused` with `rows` · 503
   */
  async import(
    who: Actor,
    channel: string,
    { name, bytes }: Uploaded,
    apply: boolean,
  ): Promise<ImportReport> {
    permit(who, targetPermissions, 'keep', 'Target');
    const known = await this.known(channel);
    const { rows, problems } = readTargets(name, await readTable(name, bytes), known);
    if (problems.length > 0) throw refused(problems);
    const written = await this.targets.write(rows, this.targets.doing(channel, 'import', who), apply);
    return reportOf(written, apply);
  }

  /** All targets but their secrets. Leaves a line in the audit. @throws ProblemError 403 · 503 */
  async export(who: Actor, channel: string): Promise<readonly (readonly string[])[]> {
    permit(who, targetPermissions, 'read', 'Target');
    const { kinds, targets } = await this.known(channel);
    await this.at.trail.append([
      lookOf({
        of: `export/target/${channel}`,
        act: 'target.export',
        about: `target/${channel}`,
        by: who,
        at: this.at.clock(),
        detail: { targets: String(targets.size) },
      }),
    ]);
    return tableOf([...targets.values()], kinds);
  }

  private async known(channel: string): Promise<Known> {
    const { kinds } = await this.registers.ask(channel, { ask: 'kinds' });
    const targets = new Map<string, RegisteredTarget>();
    let after: string | null = null;
    do {
      const { items, next } = await this.page(channel, after);
      for (const target of items) targets.set(target.id, target);
      after = next;
    } while (after !== null);
    return { kinds, targets };
  }

  private page(
    channel: string,
    after: string | null,
  ): Promise<{ items: readonly RegisteredTarget[]; next: string | null }> {
    const question = { ask: 'list', where: {}, limit: page, ...(after === null ? {} : { after }) } as const;
    return this.registers.ask(channel, question);
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
