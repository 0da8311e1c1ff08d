import { minuteInChina } from '@towncrier/content';
import { ProblemError } from '../../http/problem.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { inForceOf, lastReleased, newest, type Publication } from '../../publications/publication.ts';
import type { PublicationsReader } from '../../publications/publications.reader.ts';
import { issuedCap } from './cap.issue.ts';
import { expiryOf, keyOf, type CapMessage } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { headlineOf, WarningBook, type WarningList } from './warning.book.ts';
import { decideWarning, type Known } from './warning.decide.ts';
import { WarningOffice, type Relayed } from './warning.office.ts';
import { standingOf } from './warning.standing.ts';

export const warningPermissions: readonly Permission[] = [
  { roles: ['duty-officer'], can: 'relay', on: 'Warning' },
];

/**
 * `senders`: who may be passed on, an exact name or `*` followed by how it ends · `own`: how the house signs
 * its own warnings.
 */
export interface Names {
  readonly senders: readonly string[];
  readonly own: string;
}

/** Passes on what the competent bodies issue, as `decideWarning` says. */
export class WarningsService {
  constructor(
    private readonly book: WarningBook,
    private readonly office: WarningOffice,
    private readonly reader: PublicationsReader,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /**
   * A message that was taken in before is answered with what became of it.
   * @throws ProblemError 403 · 409 · 422
   */
  async relay(who: Actor, xml: string): Promise<Relayed> {
    permit(who, warningPermissions, 'relay', 'Warning');
    const { message, notes } = readCap(xml);
    this.requireKnownSender(message);
    const before = await this.book.again(message);
    if (before === null) this.requireInTime(message);
    const doc = before ?? (await this.take(who, message, xml));
    const carriedOut = async (): Promise<Relayed> => {
      const answer = decideWarning(await this.caseOf(who, message, doc.publication));
      if (answer.do === 'refuse') throw new ProblemError(422, 'unknown-reference', answer.notes.join('；'));
      const told = { ...answer, notes: [...notes, ...answer.notes] };
      return this.office.carryOut(who, message, told);
    };
    const relayed = await carriedOut().catch(async (error: unknown) => {
      // what was refused was not taken in
      if (doc.publication === null) await this.book.drop(doc);
      throw error;
    });
    if (doc.publication === null) await this.settle(doc, relayed);
    return relayed;
  }

  list(limit: number, after: string | undefined): Promise<WarningList> {
    return this.book.list(limit, after);
  }

  original(id: string): Promise<string> {
    return this.book.original(id);
  }

  /**
   * What the public is told of a warning now, as CAP 1.2: the message it came in, the one that ended it, or the
   * house's own. Of one that ran out, the message that says until when.
   * @throws ProblemError 404
   */
  async capOf(id: string): Promise<string> {
    const publication = await this.reader.published(id);
    const message = publication === null ? null : relayedBy(publication);
    if (message !== null) return this.original(message);
    const own = publication === null ? null : issuedCap(publication, this.names.own);
    if (own === null) throw new ProblemError(404, 'not-found', '没有这条已发布的预警，请核对编号');
    return writeCap(own);
  }

  private requireKnownSender({ sender }: CapMessage): void {
    const known = this.names.senders.some((s) =>
      s.startsWith('*') ? sender.endsWith(s.slice(1)) : sender === s,
    );
    if (!known)
      throw new ProblemError(
        403,
        'unknown-sender',
        `发送方“${sender}”不在预警发送单位名单中；请核实来源，由系统管理员在 WARNING_SENDERS 中登记后再导入`,
      );
  }

  /** A real warning says until when, and that is still to come. What ends one has no term of its own. */
  private requireInTime(message: CapMessage): void {
    if (message.status !== 'Actual' || message.msgType === 'Cancel') return;
    const until = expiryOf(message);
    if (until === null)
      throw new ProblemError(
        422,
        'no-expiry',
        '预警报文没有写明失效时间（expires），发出后无人知道何时终止；请向发送方核对',
      );
    if (until <= this.clock().toISOString())
      throw new ProblemError(
        422,
        'term-over',
        `预警已过失效时间（${minuteInChina(until)}），不得再转发；请向发送方索取最新报文`,
      );
  }

  private async take(who: Actor, message: CapMessage, xml: string) {
    const { identifier, sender, sent, msgType, status } = message;
    const taken = await this.book.take({
      _id: keyOf(message),
      identifier,
      publication: null,
      sender,
      sent,
      msgType,
      status,
      headline: headlineOf(message),
      receivedAt: this.clock().toISOString(),
      receivedBy: who.name,
      notes: [],
      ends: [],
      owesSince: null,
      xml,
    });
    if (taken !== null) return taken;
    const faster = await this.book.again(message);
    if (faster === null) throw new ProblemError(409, 'stale', '同一条预警正由他人导入；请稍后重新导入');
    return faster;
  }

  private async caseOf(who: Actor, message: CapMessage, publication: string | null) {
    const named = new Map<string, Known>();
    const unknown: string[] = [];
    for (const name of message.references) {
      const found = (await this.book.named(name))?.publication ?? null;
      if (found === null) unknown.push(name.identifier);
      else named.set(found, standingOf(await this.reader.get(who, found)));
    }
    const { msgType, status } = message;
    const self = publication === null ? null : standingOf(await this.reader.get(who, publication));
    return { msgType, drill: status !== 'Actual', self, named: [...named.values()], unknown };
  }

  private settle(
    doc: Parameters<WarningBook['settle']>[0],
    { id: publication, relay: { notes, ends } }: Relayed,
  ): Promise<void> {
    const owesSince = ends.length === 0 ? null : this.clock().toISOString();
    return this.book.settle(doc, { publication, notes: [...notes], ends: [...ends], owesSince });
  }
}

/** The message whose words the public has of it now; null for what the house wrote, and for what was withdrawn. */
function relayedBy(publication: Publication): string | null {
  const { ending } = publication;
  if (ending?.message !== undefined) return ending.message;
  if (ending?.act === 'withdraw') return null;
  const last = newest(publication).releasedAt === null ? lastReleased(publication) : newest(publication);
  return (inForceOf(publication) ?? last)?.relayed ?? null;
}
