import type { Collection } from '@towncrier/storage';
import { ProblemError } from '../../http/problem.ts';
import type { Actor } from '../../access/person.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { inForceOf } from '../../publications/publication.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { PublicationsReader } from '../../publications/publications.reader.ts';
import { PublicationsService } from '../../publications/publications.service.ts';
import { messageTypes, type CapMessage } from './cap.message.ts';
import { issuedCap } from './cap.issue.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { draftOf } from './warning.draft.ts';
import type { WarningDoc } from './warnings.documents.ts';

export const warningPermissions: readonly Permission[] = [
  { roles: ['duty-officer'], can: 'relay', on: 'Warning' },
];

export interface WarningSummary {
  readonly identifier: string;
  readonly publication: string | null;
  readonly sender: string;
  readonly sent: string;
  readonly msgType: CapMessage['msgType'];
  readonly status: string;
  readonly headline: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
}

/**
 * `senders`: who may be passed on, an exact name or `*` followed by how it ends · `own`: how the house signs
 * its own warnings.
 */
export interface Names {
  readonly senders: readonly string[];
  readonly own: string;
}

/**
 * Passes on what the competent bodies issue: an Alert becomes a publication, an Update its correction, a
 * Cancel its end.
 */
export class WarningsService {
  constructor(
    private readonly docs: Collection<WarningDoc>,
    private readonly publications: PublicationsService,
    private readonly reader: PublicationsReader,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /**
   * A message that was taken in before is answered with what became of it.
   * @throws ProblemError 403 · 409 · 422
   */
  async relay(who: Actor, xml: string): Promise<PublicationView> {
    permit(who, warningPermissions, 'relay', 'Warning');
    const message = await readCap(xml);
    if (
      !this.names.senders.some((s) =>
        s.startsWith('*') ? message.sender.endsWith(s.slice(1)) : message.sender === s,
      )
    ) {
      throw new ProblemError(
        403,
        'unknown-sender',
        `发送方“${message.sender}”不在预警发送单位名单中；请核实来源，由系统管理员在 WARNING_SENDERS 中登记后再导入`,
      );
    }
    const known = await this.take(who, message, xml);
    if (known.publication !== null) return this.reader.get(who, known.publication);
    const publication = await this.carriedOut(who, message).catch(async (error: unknown) => {
      // what was refused was not taken in
      await this.docs.delete(known._id);
      throw error;
    });
    await this.docs.replace({ ...known, publication: publication.id }, known.version);
    return publication;
  }

  async list(
    limit: number,
    after: string | undefined,
  ): Promise<{ items: readonly WarningSummary[]; cursor?: string }> {
    const page = await this.docs.find(
      { receivedAt: { gt: '' } },
      { order: { receivedAt: 'desc' }, limit, ...(after === undefined ? {} : { after }) },
    );
    return {
      items: page.items.map(({ _id, version: _version, xml: _xml, ...rest }) => ({
        identifier: _id,
        ...rest,
      })),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  /** The message as it came. @throws ProblemError 404 */
  async original(identifier: string): Promise<string> {
    const found = await this.docs.get(identifier);
    if (found === null) throw new ProblemError(404, 'not-found', '没有这条预警，请核对编号');
    return found.xml;
  }

  /**
   * What the public is told of a warning now, as CAP 1.2: the message it came in, or the house's own.
   * @throws ProblemError 404
   */
  async capOf(id: string): Promise<string> {
    const publication = await this.reader.published(id);
    const relayed = publication === null ? null : (inForceOf(publication)?.relayed ?? null);
    if (relayed !== null) return this.original(relayed);
    const message = publication === null ? null : issuedCap(publication, this.names.own);
    if (message === null) throw new ProblemError(404, 'not-found', '没有这条已发布的预警，请核对编号');
    return writeCap(message);
  }

  private async take(
    who: Actor,
    { identifier, sender, sent, msgType, status, headline }: CapMessage,
    xml: string,
  ): Promise<WarningDoc> {
    const doc = {
      _id: identifier,
      publication: null,
      sender,
      sent,
      msgType,
      status,
      headline,
      receivedAt: this.clock().toISOString(),
      receivedBy: who.name,
      xml,
    };
    if (await this.docs.insert(doc)) return { ...doc, version: 1 };
    const known = await this.docs.get(identifier);
    if (known === null || known.xml !== xml)
      throw new ProblemError(
        409,
        'identifier-used',
        `编号 ${identifier} 的预警已经收到过，但内容不同；同一编号不得用于两条报文，请向发送方核对`,
      );
    return known;
  }

  private async carriedOut(who: Actor, message: CapMessage): Promise<PublicationView> {
    if (message.msgType === 'Alert')
      return this.urgently(
        who,
        message,
        await this.publications.create(who, draftOf(message), message.identifier),
      );
    const standing = await this.referred(who, message);
    if (message.msgType === 'Update') {
      const { organisation: _, ...draft } = { organisation: undefined, ...draftOf(message) };
      return this.urgently(
        who,
        message,
        await this.publications.correct(
          who,
          standing.id,
          { version: standing.version, reason: `更新：${message.headline}`.slice(0, 500), ...draft },
          message.identifier,
        ),
      );
    }
    return this.publications.act(who, standing.id, standing.version, {
      type: 'expirePublication',
      reason: `预警解除：${message.headline}`.slice(0, 500),
    });
  }

  /** An exercise stays a draft: nothing takes it to the public. */
  private urgently(who: Actor, message: CapMessage, draft: PublicationView): Promise<PublicationView> {
    if (message.status !== 'Actual') return Promise.resolve(draft);
    return this.publications.requestUrgent(who, draft.id, draft.version, `转发预警 ${message.identifier}`);
  }

  /** The publication that the first message became. @throws ProblemError 422 when it is not known here */
  private async referred(who: Actor, message: CapMessage): Promise<PublicationView> {
    for (const { identifier } of message.references) {
      const publication = (await this.docs.get(identifier))?.publication ?? null;
      if (publication !== null) return this.reader.get(who, publication);
    }
    const words = messageTypes[message.msgType];
    throw new ProblemError(
      422,
      'unknown-reference',
      `${words}报文必须引用本系统收到过的首条预警（references）；引用的${message.references.map((r) => r.identifier).join('、') || '编号为空'}没有记录，请先导入首条预警`,
    );
  }
}
