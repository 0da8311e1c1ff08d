import { cutAtClause, cutAtWord } from '@towncrier/content';
import type { Actor } from '../../access/person.ts';
import type { PublicationsReader } from '../../publications/publications.reader.ts';
import type { PublicationsService } from '../../publications/publications.service.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { keyOf, type CapMessage } from './cap.message.ts';
import type { Answer } from './warning.decide.ts';
import { draftOf, type WarningDraft } from './warning.draft.ts';
import { headlineOf } from './warning.book.ts';
import type { ForetoldDoc } from './warnings.documents.ts';

export const deeds = ['repeat', 'take-in', 'void', 'replace', 'update', 'end', 'nothing'] as const;

/** The publication a message became or is about, and what was done. */
export type Relayed = PublicationView & {
  readonly relay: {
    readonly did: (typeof deeds)[number];
    readonly notes: readonly string[];
    /** Publications that are over once it is out. */
    readonly ends: readonly string[];
  };
};
/** Nothing became of it yet: all it names is still to come. */
export interface Remembered {
  readonly relay: { readonly did: 'remember'; readonly notes: readonly string[]; readonly ends: readonly [] };
}
type Deed = Exclude<Answer, { readonly do: 'refuse' }>;
type Told = Exclude<Deed, { readonly do: 'remember' }>;
/** Why something is over: words for the public, and the message that says so. */
interface End {
  readonly reason: string;
  readonly message: string;
}

/** Longest words (UTF-16 units) of a reason in the workflow, and of the words at the end of a warning. */
const [reasonMost, endMost] = [500, 20_000];

/** Does with publications what was decided about a message. */
export class WarningOffice {
  constructor(
    private readonly publications: PublicationsService,
    private readonly reader: PublicationsReader,
  ) {}

  /** @param over what was said of the message before it came */
  async carryOut(
    who: Actor,
    message: CapMessage,
    answer: Deed,
    over: ForetoldDoc | null,
  ): Promise<Relayed | Remembered> {
    if (answer.do === 'remember') return { relay: { did: 'remember', notes: answer.notes, ends: [] } };
    const publication = await this.done(who, message, answer, endBy(message, over));
    const relay = {
      did: answer.do,
      notes: [...answer.notes, ...notCarriedNotes(publication)],
      ends: answer.do === 'update' ? answer.ends : [],
    };
    return { ...publication, relay };
  }

  /** What became of a message is over since. */
  async voided(who: Actor, id: string, over: ForetoldDoc, notes: readonly string[]): Promise<Relayed> {
    const publication = await this.endAll(who, [id], { reason: over.words, message: over.by });
    return { ...publication, relay: { did: 'void', notes, ends: [] } };
  }

  private async done(who: Actor, message: CapMessage, answer: Told, end: End): Promise<PublicationView> {
    const key = keyOf(message);
    switch (answer.do) {
      case 'repeat':
      case 'nothing':
        return this.reader.get(who, answer.publication);
      case 'take-in':
        return this.urgently(
          who,
          message,
          await this.publications.create(who, draftOf(message), { relayed: key }),
          answer.notes,
        );
      case 'void': {
        const { id } = await this.publications.create(who, draftOf(message), { relayed: key });
        return this.endAll(who, [id], end);
      }
      case 'replace':
        await this.endAll(who, answer.voids, { reason: replacedBy(message), message: key });
        return this.urgently(
          who,
          message,
          await this.replaced(who, answer.publication, message),
          answer.notes,
        );
      case 'update':
        await this.endAll(who, answer.voids, { reason: replacedBy(message), message: key });
        return this.urgently(who, message, await this.next(who, answer.publication, message), answer.notes);
      case 'end':
        return this.endAll(who, answer.ends, end);
    }
  }

  /** The text of what waits is now that of this message. */
  private async replaced(who: Actor, id: string, message: CapMessage): Promise<PublicationView> {
    const { version } = await this.reader.get(who, id);
    const edit = { version, takeOver: true, ...draftOf(message) };
    return this.publications.edit(who, id, edit, keyOf(message));
  }

  /** The next edition; where one waits already, it is that one. */
  private async next(who: Actor, id: string, message: CapMessage): Promise<PublicationView> {
    const { version, state } = await this.reader.get(who, id);
    if (state !== 'released') return this.replaced(who, id, message);
    const reason = cutAtWord(`更新：${headlineOf(message)}`, reasonMost);
    const draft: WarningDraft = draftOf(message);
    return this.publications.correct(who, id, { version, reason, ...draft }, keyOf(message));
  }

  /** Answers the first of them as it is then. @param ids at least one where the answer is used */
  private async endAll(who: Actor, ids: readonly string[], words: End): Promise<PublicationView> {
    const ended: PublicationView[] = [];
    for (const id of ids) {
      const { version } = await this.reader.get(who, id);
      ended.push(await this.publications.act(who, id, version, { type: 'liftWarning', ...words }));
    }
    return ended[0] as PublicationView;
  }

  /** An exercise stays a draft: nothing takes it to the public. */
  private urgently(
    who: Actor,
    message: CapMessage,
    draft: PublicationView,
    notes: readonly string[],
  ): Promise<PublicationView> {
    if (message.status !== 'Actual') return Promise.resolve(draft);
    const said = notes.length === 0 ? '' : `（${notes.join('；')}）`;
    const reason = cutAtWord(`转发预警 ${message.identifier}${said}`, reasonMost);
    return this.publications.requestUrgent(who, draft.id, draft.version, reason);
  }
}

const endBy = (message: CapMessage, over: ForetoldDoc | null): End =>
  over === null
    ? { reason: lastWords(message), message: keyOf(message) }
    : { reason: over.words, message: over.by };

/** Why what it names is over, for the public: the issuer's own words, or what takes its place. */
export const wordsOfEnd = (message: CapMessage): string =>
  message.msgType === 'Cancel' ? lastWords(message) : replacedBy(message);

const replacedBy = (message: CapMessage): string =>
  cutAtWord(`由更新的预警取代：${headlineOf(message)}`, reasonMost);

/** What the issuer says at the end: every text of the message once, in its order. */
function lastWords({ infos, note }: CapMessage): string {
  const said = infos.flatMap((i) => [i.headline, i.description, i.instruction]);
  const words = [...new Set([...said, note])].filter((w) => w !== '').join('\n');
  return words === '' ? '发布单位已解除本预警' : cutAtClause(words, endMost);
}

const notCarriedNotes = ({ editions }: PublicationView): readonly string[] =>
  (editions.at(-1)?.notCarried ?? []).map(({ channel, why }) => `渠道 ${channel} 无法承载：${why}`);
