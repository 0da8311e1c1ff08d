import { everyOne, pagesOf } from '@towncrier/storage';
import type { Actor } from '../../access/person.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { Audit } from '../../trail/audit.compose.ts';
import type { AuditDoc } from '../../trail/audit.documents.ts';
import { lookOf } from '../../trail/audit.deed.ts';
import type { AuditRow } from '../../trail/audit.hash.ts';
import type { Anchor } from '../../trail/anchor.ts';
import { anchorOf } from '../../trail/audit.documents.ts';
import { verifyChain, type Verification } from '../../trail/audit.verify.ts';

const inOrder = { order: { sequence: 'asc' } } as const;

export const auditPermissions: readonly Permission[] = [
  { roles: ['auditor', 'audit-admin', 'supervisor'], can: 'read', on: 'Audit' },
  { roles: ['auditor', 'audit-admin'], can: 'export', on: 'Audit' },
];

export interface AuditQuery {
  readonly about?: string | undefined;
  readonly who?: string | undefined;
  readonly act?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Reading, verifying and exporting the trail. Each of these leaves a line in it. */
export class AuditService {
  constructor(
    private readonly audit: Pick<Audit, 'rows' | 'anchors' | 'trail' | 'keeper'>,
    private readonly clock: Clock,
  ) {}

  /** Latest first. @throws ProblemError 403 */
  async list(
    who: Actor,
    { about, who: by, act, after, limit }: AuditQuery,
  ): Promise<{ items: readonly AuditRow[]; cursor?: string }> {
    permit(who, auditPermissions, 'read', 'Audit');
    const where =
      about !== undefined
        ? { 'fact.about': about }
        : by !== undefined
          ? { 'fact.who': by }
          : act !== undefined
            ? { 'fact.act': act }
            : { sequence: { gt: 0 } };
    const page = await this.audit.rows.find(where, {
      order: { sequence: 'desc' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
    await this.looked(who, 'audit.read');
    return { items: page.items.map(rowOf), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  }

  /**
   * What the house finds by itself; it proves nothing, since who can write the rows can write the anchors beside them.
   * @throws ProblemError 403
   */
  async verify(who: Actor): Promise<Verification> {
    permit(who, auditPermissions, 'read', 'Audit');
    await this.looked(who, 'audit.verify');
    const { publicKey } = this.audit.keeper;
    return verifyChain(this.all(), { anchors: await this.anchors(), publicKey });
  }

  /**
   * Lines of JSON: what it is and the public key, the rows, the anchors. Can be checked without this house.
   * @throws ProblemError 403
   */
  async export(who: Actor): Promise<AsyncIterable<string>> {
    permit(who, auditPermissions, 'export', 'Audit');
    await this.looked(who, 'audit.export');
    return this.lines();
  }

  private async *lines(): AsyncIterable<string> {
    yield `${JSON.stringify({ kind: 'towncrier-audit', version: 1, exportedAt: this.clock().toISOString(), publicKey: this.audit.keeper.publicKey })}\n`;
    for await (const row of this.all()) yield `${JSON.stringify({ row })}\n`;
    for (const anchor of await this.anchors()) yield `${JSON.stringify({ anchor })}\n`;
  }

  private async *all(): AsyncIterable<AuditRow> {
    for await (const page of pagesOf(this.audit.rows, { sequence: { gt: 0 } }, inOrder))
      yield* page.map(rowOf);
  }

  private async anchors(): Promise<Anchor[]> {
    const found: Anchor[] = [];
    for await (const doc of everyOne(this.audit.anchors, { sequence: { gte: 0 } }, inOrder))
      found.push(anchorOf(doc));
    return found;
  }

  private looked(by: Actor, act: string): Promise<void> {
    const look = { of: act, act, about: 'audit/chain', by, at: this.clock() };
    return this.audit.trail.append([lookOf(look)]);
  }
}

const rowOf = ({ sequence, algorithm, previous, hash, fact }: AuditDoc): AuditRow => ({
  sequence,
  algorithm,
  previous,
  hash,
  fact,
});
