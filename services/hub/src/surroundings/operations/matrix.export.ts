import { matrixPage, type MatrixFilter, type MatrixRow } from '@towncrier/contracts';
import type { Table } from '@towncrier/tables';
import type { Actor } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { lookOf } from '../../trail/audit.deed.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { matrixTable } from './matrix.table.ts';
import type { MonitorClient } from './monitor.client.ts';

const page = 500;
/** So many editions are in one file; whoever needs more narrows the time. */
const most = 10_000;

export interface ExportParts {
  readonly monitor: Pick<MonitorClient, 'get'>;
  readonly trail: AuditTrail;
  readonly clock: Clock;
  readonly channels: () => Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** Names of organisations by their codes. */
  readonly organisations: () => Promise<ReadonlyMap<string, string>>;
}

/** The matrix as a file. Leaves a line in the trail. */
export class MatrixExport {
  constructor(private readonly at: ExportParts) {}

  /** @throws ProblemError 503 */
  async table(who: Actor, filter: MatrixFilter): Promise<Table> {
    const rows = await this.rows(filter);
    const names = await this.at.organisations();
    await this.at.trail.append([
      lookOf({
        of: 'export/deliveries',
        act: 'delivery.export',
        about: 'delivery/matrix',
        by: who,
        at: this.at.clock(),
        detail: { editions: String(rows.length) },
      }),
    ]);
    return matrixTable(rows, {
      channels: await this.columns(rows),
      organisation: (code) => names.get(code) ?? code,
    });
  }

  private async rows(filter: MatrixFilter): Promise<readonly MatrixRow[]> {
    const rows: MatrixRow[] = [];
    let after: string | undefined;
    do {
      const query = { ...filter, limit: String(page), ...(after === undefined ? {} : { after }) };
      const { items, cursor } = await this.at.monitor.get('matrix', matrixPage, query);
      rows.push(...items);
      after = rows.length < most ? cursor : undefined;
    } while (after !== undefined);
    return rows;
  }

  /** The channels there are, and those that are only remembered by what went out over them. */
  private async columns(rows: readonly MatrixRow[]): Promise<readonly { id: string; title: string }[]> {
    const known = await this.at.channels();
    const used = new Set(rows.flatMap(({ cells }) => cells.map(({ channel }) => channel)));
    const former = [...used].filter((id) => known.every((channel) => channel.id !== id)).sort();
    return [...known, ...former.map((id) => ({ id, title: id }))];
  }
}
