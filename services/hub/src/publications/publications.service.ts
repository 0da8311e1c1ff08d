import { refuseReused, type Attempt } from './idempotency.key.ts';
import type { KnownPosting } from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import { currentTraceparent } from '@towncrier/telemetry';
import type { ProblemError } from '../http/problem.ts';
import type { Actor } from '../access/person.ts';
import { permit } from '../access/permissions.ts';
import { editionReleased, publicationEnded } from './releases/release.events.ts';
import type { Clock, Random } from '../ports/hub.parts.ts';
import type { AudienceDesk } from './audience.desk.ts';
import { ChangesDesk } from './changes.desk.ts';
import { DraftDesk, type Taken } from './draft.desk.ts';
import { ListingDesk, type Listing } from './listing.desk.ts';
import { PreflightDesk, type Asked, type UrgentlyAsked } from './preflight.desk.ts';
import type { Terms } from './publication.terms.ts';
import type { Command, Decision, Unsigned } from './publication.commands.ts';
import { decide } from './publication.decide.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import type { PublicationEvent } from './publication.events.ts';
import { publicationIdFrom } from './publication.id.ts';
import { judge, permitCommand, publicationPermissions } from './publication.permissions.ts';
import type { CorrectRequest, CreateRequest, EditRequest, SourceRequest } from './publication.requests.ts';
import type { Answers } from './publication.answers.ts';
import { channelsReached, newest, type Publication } from './publication.ts';
import type { PublicationView } from './publication.view.ts';
import { PublicationsReader } from './publications.reader.ts';
import { PublicationsStore, stale, type Change } from './publications.store.ts';
import type { ReviewRoute } from './review.kind.ts';
import { noAnswers, type SubmissionAnswers } from './submission.answers.ts';
import { TermsDesk } from './terms.desk.ts';
import { EditingLocks, locked } from './writing/editing.locks.ts';
import type { WorkingCopies } from './writing/working.copies.ts';
import type { WarningChoice } from './warning.choice.ts';

/** Whatever the service asks of others: each answers one question about a draft. */
export interface Desks {
  readonly drafts: DraftDesk;
  readonly audiences: AudienceDesk;
  readonly terms: TermsDesk;
  readonly listings: ListingDesk;
  readonly preflight: PreflightDesk;
  readonly locks: EditingLocks;
  /** What people have not saved yet; over once they do. */
  readonly copies: WorkingCopies;
  readonly changes: ChangesDesk;
  /** Which reviews a column asks for. @throws ProblemError 422 when the column is gone */
  readonly routeOf: (column: string) => Promise<ReviewRoute>;
  /** How a column is called. */
  readonly columnOf: Answers['columnOf'];
  /** What the ledger knows to stand of a publication; null when it cannot be asked. */
  readonly standingOf: Answers['standingOf'];
}

export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly siteUrl: string;
}

/**
 * What may be asked for as it is: the others need something looked up first, or are not for people. An edit so
 * asked for brings no new words.
 */
export type Wish = Exclude<
  Unsigned,
  {
    type: 'createPublication' | 'correctPublication' | 'submitEdition' | 'requestUrgentRelease' | 'wake';
  }
>;

/** Acts that may take back, or replace, what is in public. */
const supersedes: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'publishEdition',
  'confirmUrgentRelease',
  'withdrawPublication',
  'expirePublication',
  'repealPublication',
  'liftWarning',
  'wake',
]);
type Standing = readonly KnownPosting[] | null;

interface Full {
  readonly command: Command;
  readonly listing: Listing | undefined;
}

/**
 * Loads, decides, saves. Every change names the version that was seen; nothing is retried over a person's
 * head.
 */
export class PublicationsService {
  constructor(
    private readonly store: PublicationsStore,
    private readonly desks: Desks,
    private readonly reader: PublicationsReader,
    private readonly at: Surroundings,
  ) {}

  /**
   * `relayed` names a warning that is passed on word for word; an `attempt` that was made before is answered with
   * what it made.
   * @throws ProblemError 422 `key-reused` when it asked for something else
   */
  async create(
    who: Actor,
    request: CreateRequest,
    { relayed, attempt = null }: { readonly relayed?: string; readonly attempt?: Attempt | null } = {},
  ): Promise<PublicationView> {
    const organisation = request.organisation ?? who.organisation;
    permit(who, publicationPermissions, 'createPublication', 'Publication', { organisation });
    const { draft, losses } = await this.desks.drafts.take(request, { organisation });
    const terms = await this.desks.terms.termsFor(request, draft, null, relayed);
    const listing = await this.listing(terms);
    const make = (id: string, asked?: string): Promise<PublicationDoc | null> => {
      const command = {
        type: 'createPublication',
        id,
        organisation,
        terms,
        losses,
        ...this.given(who),
      } as const;
      return this.store.create(decide(command, null), who.from, listing, asked);
    };
    const met = attempt === null ? null : await this.attempted(attempt, make);
    if (met !== null) return this.reader.view(met, who);
    for (;;) {
      const doc = await make(publicationIdFrom(this.at.random(8)));
      if (doc !== null) return this.reader.view(doc, who);
    }
  }

  /** What an attempt makes, or made before; null when somebody else's publication has its id. */
  private async attempted(
    { id, asked }: Attempt,
    make: (id: string, asked: string) => Promise<PublicationDoc | null>,
  ): Promise<PublicationDoc | null> {
    const made = await make(id, asked);
    if (made !== null) return made;
    const known = await this.store.get(id);
    if (known.asked === undefined || known.asked === asked) return known.asked === undefined ? null : known;
    return refuseReused(known);
  }

  /** `relayed` names a warning that takes the place of the one that was passed on. */
  async edit(who: Actor, id: string, request: EditRequest, relayed?: string): Promise<PublicationView> {
    const doc = await this.store.get(id);
    const seen = publicationOf(doc);
    permitCommand(who, 'editDraft', seen);
    if (doc.revision !== request.version) throw await this.staleEdit(doc, request);
    const writer = { by: who.name, tab: request.tab ?? '' };
    const holder = request.takeOver === true ? null : await this.desks.locks.holder(id, writer);
    if (holder !== null) throw locked(holder, who.name);
    const { draft, losses } = await this.taken(request, seen);
    const terms = await this.desks.terms.termsFor(request, draft, newest(seen), relayed);
    const command = { type: 'editDraft', terms, losses, ...this.given(who) } as const;
    return this.written(who, id, request.version, command);
  }

  /** What its writer had not saved is saved with it. */
  private async written(
    who: Actor,
    id: string,
    version: number,
    command: Extract<Command, { readonly terms: Terms }>,
  ): Promise<PublicationView> {
    const view = await this.change(who, id, version, command, { listing: await this.listing(command.terms) });
    await this.desks.copies.drop(id, who.name);
    return view;
  }

  /**
   * The text of both is kept; where the editor says what they started from, the answer tells what conflicts.
   */
  private async staleEdit(doc: PublicationDoc, request: EditRequest): Promise<ProblemError> {
    const { draft: mine } = await this.taken(request, publicationOf(doc));
    const conflict =
      request.base === undefined
        ? null
        : await this.desks.changes.conflict(doc, request.base, mine.contentHash);
    return stale(doc.revision, conflict);
  }

  async correct(who: Actor, id: string, request: CorrectRequest, relayed?: string): Promise<PublicationView> {
    const seen = publicationOf(await this.store.at(id, request.version));
    permitCommand(who, 'correctPublication', seen);
    const before = newest(seen);
    const standing = { ...before, schedule: { ...before.schedule, publishAt: null, embargoUntil: null } };
    const { draft, losses } = await this.taken(request, seen);
    const terms = await this.desks.terms.termsFor(request, draft, standing, relayed);
    const { reason, hidesEarlier } = request;
    const saying = { reason, hidesEarlier, terms, losses };
    const command = { type: 'correctPublication', ...saying, ...this.given(who) } as const;
    return this.written(who, id, request.version, command);
  }

  private taken(request: SourceRequest, seen: Publication): Promise<Taken> {
    return this.desks.drafts.take(request, { organisation: seen.organisation, seen: newest(seen) });
  }

  /** Everything is checked and every channel asked first. */
  async submit(
    who: Actor,
    id: string,
    version: number,
    answers: SubmissionAnswers = noAnswers,
  ): Promise<PublicationView> {
    const seen = publicationOf(await this.store.at(id, version));
    const route = await this.desks.routeOf(newest(seen).matter.column);
    const bare = { type: 'submitEdition', renditions: {}, unchecked: [], route, ...this.given(who) } as const;
    return this.change(who, id, version, bare, {
      fully: async () => this.asked(bare, newest(seen), await this.desks.preflight.pass(seen, answers)),
    });
  }

  /**
   * The checks of content wait for the review afterwards; the channels are asked, since what is confirmed is
   * what goes out.
   */
  async requestUrgent(
    who: Actor,
    id: string,
    version: number,
    reason: string,
    chosen?: WarningChoice,
  ): Promise<PublicationView> {
    const seen = publicationOf(await this.store.at(id, version));
    const bare = {
      type: 'requestUrgentRelease',
      reason,
      chosen,
      renditions: {},
      unchecked: [],
      ...this.given(who),
    } as const;
    return this.change(who, id, version, bare, {
      fully: async () => this.asked(bare, newest(seen), await this.desks.preflight.askUrgently(seen)),
    });
  }

  act(who: Actor, id: string, version: number, wish: Wish): Promise<PublicationView> {
    return this.change(who, id, version, { ...wish, ...this.given(who) } as Command);
  }

  /** What happens by the clock. A refusal means that somebody, or another replica, was faster. */
  async wake(id: string): Promise<void> {
    const standing = await this.standing(id, 'wake');
    await this.store.tend(
      id,
      this.changing(
        'internal',
        (state) => decide({ type: 'wake', by: 'system', at: this.at.clock().toISOString() }, state),
        standing,
      ),
    );
  }

  /** As it is stored, for what the hub does by itself. @throws ProblemError 404 */
  async stored(id: string): Promise<Publication> {
    return publicationOf(await this.store.get(id));
  }

  /** A warning that another took the place of, by the message that says so. */
  async lift(id: string, reason: string, message: string): Promise<void> {
    const standing = await this.standing(id, 'liftWarning');
    const at = this.at.clock().toISOString();
    const lift = { type: 'liftWarning', reason, message, by: 'system', at } as const;
    await this.store.tend(
      id,
      this.changing('internal', (state) => decide(lift, state), standing),
    );
  }

  /**
   * `fully` finds out what a command still needs, once it is known that it may be given at all; `listing` is
   * of words it brings.
   */
  private async change(
    who: Actor,
    id: string,
    version: number,
    command: Command,
    { fully, listing }: { fully?: () => Promise<Full>; listing?: Listing } = {},
  ): Promise<PublicationView> {
    const decided =
      (c: Command) =>
      (state: Publication): Decision =>
        judge(who, c, state);
    if (fully !== undefined || supersedes.has(command.type))
      await this.store.tryOut(id, version, decided(command));
    const full = fully === undefined ? { command, listing } : await fully();
    const standing = await this.standing(id, command.type);
    const changed = await this.store.change(id, version, {
      ...this.changing(who.from, decided(full.command), standing),
      listing: full.listing,
    });
    return this.reader.view(changed, who);
  }

  private async asked(command: Command, seen: Terms, answered: Asked | UrgentlyAsked): Promise<Full> {
    return {
      command: { ...command, ...answered } as Command,
      listing: await this.listing({ ...seen, contentHash: answered.numbered }),
    };
  }

  /**
   * Asked before anything is decided, so that the act itself stays one write. Null where nothing went out yet,
   * and when nobody can tell.
   */
  private async standing(id: string, act: Command['type']): Promise<Standing> {
    if (!supersedes.has(act)) return null;
    const state = publicationOf(await this.store.get(id));
    return channelsReached(state).length === 0 ? null : this.desks.standingOf(id);
  }

  private changing(from: string, decideOn: (state: Publication) => Decision, standing: Standing): Change {
    return { from, decideOn, letOut: (events, before) => this.letOut(events, before, standing) };
  }

  /** What goes out into the world; the trace of this request goes with it. */
  private async letOut(
    events: readonly PublicationEvent[],
    before: Publication,
    standing: Standing,
  ): Promise<readonly OutboxEntry[]> {
    const telling = { siteUrl: this.at.siteUrl, standing, traceparent: currentTraceparent(), again: 0 };
    const entries = events.map(async (event): Promise<OutboxEntry[]> => {
      if (event.type === 'editionReleased') {
        const record = { ...newest(before), releasedAt: event.at };
        const content = await this.desks.drafts.content(record.contentHash);
        const column = await this.desks.columnOf(record.matter.column);
        return [editionReleased(before, record, content, { ...telling, column })];
      }
      return event.type === 'publicationEnded' && event.channels.length > 0
        ? [publicationEnded(before, event.edition, event, telling)]
        : [];
    });
    return (await Promise.all(entries)).flat();
  }

  private async listing(terms: Terms): Promise<Listing> {
    return this.desks.listings.of(terms, await this.desks.drafts.content(terms.contentHash));
  }

  private given(who: Actor): { by: string; at: string } {
    return { by: who.name, at: this.at.clock().toISOString() };
  }
}
