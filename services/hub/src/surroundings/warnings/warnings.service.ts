import { ProblemError } from '../../http/problem.ts';
import { permit, type Permission } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { inForceOf, lastReleased, newest, type Publication } from '../../publications/publication.ts';
import type { PublicationsReader } from '../../publications/publications.reader.ts';
import { issuedCap } from './cap.issue.ts';
import { keyOf, type CapMessage, type CapName } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { headlineOf, WarningBook, type WarningList } from './warning.book.ts';
import { decideWarning, foretoldNotes, type Answer, type Case, type Known } from './warning.decide.ts';
import type { ForetoldBook } from './warning.foretold.ts';
import { requireInTime, requireKnownSender } from './warning.gate.ts';
import { WarningOffice, wordsOfEnd, type Relayed, type Remembered } from './warning.office.ts';
import { standingOf } from './warning.standing.ts';
import type { ForetoldDoc, WarningDoc } from './warnings.documents.ts';

export const warningPermissions: readonly Permission[] = [
  { roles: ['duty-officer'], can: ['relay', 'write'], on: 'Warning' },
];

/**
 * `senders`: who may be passed on, an exact name or `*` followed by how it ends · `own`: how the house signs
 * its own warnings.
 */
export interface Names {
  readonly senders: readonly string[];
  readonly own: string;
}

/** A message that is in the book now, and what a person should know of how it was read. */
interface Taken {
  readonly message: CapMessage;
  readonly doc: WarningDoc;
  readonly notes: readonly string[];
}

/** Passes on what the competent bodies issue, as `decideWarning` says. */
export class WarningsService {
  constructor(
    private readonly book: WarningBook,
    private readonly foretold: ForetoldBook,
    private readonly office: WarningOffice,
    private readonly reader: PublicationsReader,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /**
   * A message that was taken in before is answered with what became of it.
   * @throws ProblemError 403 · 409 · 422
   */
  async relay(who: Actor, xml: string): Promise<Relayed | Remembered> {
    permit(who, warningPermissions, 'relay', 'Warning');
    const { message, notes } = readCap(xml);
    requireKnownSender(message, this.names.senders);
    const before = await this.book.again(message);
    if (before === null) requireInTime(message, this.clock());
    const doc = before ?? (await this.take(who, message, xml));
    const relayed = await this.carriedOut(who, { message, doc, notes }).catch(async (error: unknown) => {
      // what was refused was not taken in
      if (doc.publication === null) await this.book.drop(doc);
      throw error;
    });
    if (doc.publication !== null) return relayed;
    await this.settle(doc, relayed);
    return 'id' in relayed ? this.unlessOverSince(who, message, relayed) : relayed;
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
      receivedAt: this.now(),
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

  private async carriedOut(who: Actor, { message, doc, notes }: Taken): Promise<Relayed | Remembered> {
    const over = await this.foretold.about(message, this.now());
    const answer = await this.decided(who, message, { self: doc.publication, over });
    if (answer.do === 'refuse') throw new ProblemError(422, 'unknown-reference', answer.notes.join('；'));
    const told = { ...answer, notes: [...notes, ...answer.notes] };
    const relayed = await this.office.carryOut(who, message, told, over);
    if (answer.do === 'void' && over !== null && answer.ends.length > 0)
      await this.book.owes(over.by, answer.ends, this.now());
    return relayed;
  }

  /**
   * What nobody knows is remembered before it is looked for once more: a message that is coming in at this very
   * moment sees that it is over, or is seen.
   */
  private async decided(
    who: Actor,
    message: CapMessage,
    at: { readonly self: string | null; readonly over: ForetoldDoc | null },
  ): Promise<Answer> {
    const of = await this.caseOf(who, message, at);
    const answer = decideWarning(of);
    if (answer.do === 'refuse' || answer.do === 'repeat' || of.unknown.length === 0) return answer;
    const saying = { message, words: wordsOfEnd(message), now: this.now() };
    const fresh = await this.foretold.remember(of.unknown, saying);
    return fresh === 0 ? answer : decideWarning(await this.caseOf(who, message, at));
  }

  private async caseOf(
    who: Actor,
    message: CapMessage,
    { self: publication, over }: { readonly self: string | null; readonly over: ForetoldDoc | null },
  ): Promise<Case> {
    const named = new Map<string, Known>();
    const unknown: CapName[] = [];
    for (const name of message.references) {
      const found = (await this.book.named(name))?.publication ?? null;
      if (found === null) unknown.push(name);
      else named.set(found, standingOf(await this.reader.get(who, found)));
    }
    const { msgType, status } = message;
    const self = publication === null ? null : standingOf(await this.reader.get(who, publication));
    const foretold = over?.msgType ?? null;
    return { msgType, drill: status !== 'Actual', self, foretold, named: [...named.values()], unknown };
  }

  /** The second look of a message whose end came in while it was being taken in. */
  private async unlessOverSince(who: Actor, message: CapMessage, relayed: Relayed): Promise<Relayed> {
    if (!['take-in', 'replace', 'update'].includes(relayed.relay.did)) return relayed;
    const over = await this.foretold.about(message, this.now());
    if (over === null) return relayed;
    const notes = [...relayed.relay.notes, foretoldNotes[over.msgType]];
    if (over.msgType === 'Cancel' || relayed.relay.did === 'take-in')
      return this.office.voided(who, relayed.id, over, notes);
    await this.book.owes(over.by, [relayed.id], this.now());
    return { ...relayed, relay: { ...relayed.relay, notes } };
  }

  private now(): string {
    return this.clock().toISOString();
  }

  private settle(doc: WarningDoc, relayed: Relayed | Remembered): Promise<void> {
    const { notes, ends } = relayed.relay;
    const publication = 'id' in relayed ? relayed.id : null;
    const owesSince = ends.length === 0 ? null : this.now();
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
