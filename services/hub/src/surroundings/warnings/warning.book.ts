import { canonicalJson } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import { ProblemError } from '../../http/problem.ts';
import { keyOf, type CapMessage, type CapName } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { titleOf } from './warning.draft.ts';
import type { WarningDoc, WarningsDoc } from './warnings.documents.ts';

export interface WarningSummary {
  /** Sender, identifier and instant: what tells it from every other message. */
  readonly id: string;
  readonly identifier: string;
  readonly publication: string | null;
  readonly sender: string;
  readonly sent: string;
  readonly msgType: CapMessage['msgType'];
  readonly status: string;
  readonly headline: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly notes: readonly string[];
}

export interface WarningList {
  readonly items: readonly WarningSummary[];
  readonly cursor?: string;
}

/** The messages that were taken in, each once. */
export class WarningBook {
  constructor(private readonly docs: Collection<WarningsDoc>) {}

  /** This very message; null when it is new. @throws ProblemError 409 when it says something else now */
  async again(message: CapMessage): Promise<WarningDoc | null> {
    const known = (await this.of(message)).find((doc) => keyOf(doc) === keyOf(message)) ?? null;
    if (known !== null && !saysTheSame(known.xml, message))
      throw new ProblemError(
        409,
        'identifier-used',
        `编号 ${message.identifier} 的预警已经收到过，但内容不同；同一编号不得用于两条报文，请向发送方核对`,
      );
    return known;
  }

  /**
   * What a reference names: the same sender, identifier and instant; where no instant agrees, the only message
   * of that sender under that identifier.
   */
  async named(name: CapName): Promise<WarningDoc | null> {
    const all = await this.of(name);
    const exact = all.find((doc) => keyOf(doc) === keyOf(name));
    return exact ?? (all.length === 1 ? (all[0] ?? null) : null);
  }

  /** Null when somebody was faster. */
  async take(doc: Omit<WarningDoc, 'version' | 'kind'>): Promise<WarningDoc | null> {
    const taken: WarningDoc = { ...doc, kind: 'message', version: 1 };
    const { version: _version, ...fresh } = taken;
    return (await this.docs.insert(fresh)) ? taken : null;
  }

  async drop({ _id }: WarningDoc): Promise<void> {
    await this.docs.delete(_id);
  }

  async settle(doc: WarningDoc, became: Partial<WarningDoc>): Promise<void> {
    await this.docs.replace({ ...doc, ...became }, doc.version);
  }

  /** More publications that are over once this message is out. @param now instant (ISO 8601) */
  async owes(key: string, ends: readonly string[], now: string): Promise<void> {
    await this.docs.change(key, (doc) =>
      doc === null || !isMessage(doc)
        ? null
        : { ...doc, ends: [...new Set([...doc.ends, ...ends])], owesSince: doc.owesSince ?? now },
    );
  }

  /** Messages that owe an end to others, the oldest debt first. */
  async owing(): Promise<readonly WarningDoc[]> {
    const owing = await this.docs.find({ owesSince: { gt: '' } }, { order: { owesSince: 'asc' }, limit: 50 });
    return owing.items.filter(isMessage);
  }

  async list(limit: number, after: string | undefined): Promise<WarningList> {
    const page = await this.docs.find(
      { receivedAt: { gt: '' } },
      { order: { receivedAt: 'desc' }, limit, ...(after === undefined ? {} : { after }) },
    );
    return {
      items: page.items.filter(isMessage).map(summaryOf),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    };
  }

  /**
   * The message as it came. @param id its key, or its identifier: then the latest under it
   * @throws ProblemError 404
   */
  async original(id: string): Promise<string> {
    const exact = await this.docs.get(id);
    const found = exact !== null && isMessage(exact) ? exact : (await this.under(id))[0];
    if (found === undefined) throw new ProblemError(404, 'not-found', '没有这条预警，请核对编号');
    return found.xml;
  }

  private async of({ sender, identifier }: CapName): Promise<readonly WarningDoc[]> {
    return (await this.under(identifier)).filter((doc) => doc.sender === sender);
  }

  private async under(identifier: string): Promise<readonly WarningDoc[]> {
    const found = await this.docs.find({ identifier }, { order: { receivedAt: 'desc' }, limit: 100 });
    return found.items.filter(isMessage);
  }
}

const isMessage = (doc: WarningsDoc): doc is WarningDoc => doc.kind === 'message';

/** Line ends, order of attributes and the like are not what it says. */
const saysTheSame = (xml: string, message: CapMessage): boolean =>
  canonicalJson(readCap(xml).message) === canonicalJson(message);

export const headlineOf = ({ infos: [lead], note }: CapMessage): string =>
  lead === undefined ? note : titleOf(lead);

const summaryOf = ({ _id: id, ...doc }: WarningDoc): WarningSummary => {
  const { kind: _kind, version: _version, xml: _xml, ends: _ends, owesSince: _owes, ...told } = doc;
  return { id, ...told };
};
