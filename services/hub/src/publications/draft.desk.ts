import {
  audience as audienceSchema,
  everywhere,
  organisationCode,
  type EditionColumn,
  type EditionContent,
  type Essential,
  type RenderAsked,
  type SendingCost,
} from '@towncrier/contracts';
import {
  contentHash,
  essentialsOf,
  lossFinding,
  mainTextHash,
  severityOf,
  type Finding,
  type Loss,
  withOwnWords,
} from '@towncrier/content';
import { ProblemError, type Finding as Noticed } from '../http/problem.ts';
import { ChannelDirectory } from './channels/channel.directory.ts';
import { RenditionDesk, type Answer } from './channels/rendition.desk.ts';
import type { ShownRendition } from './channels/shown.rendition.ts';
import { cutTitles, titleProposals, type TitleProposal } from './channels/title.proposals.ts';
import { told, type ToldLoss } from './losses/told.loss.ts';
import { keptLosses, type KeptLoss } from './losses/kept.loss.ts';
import { editionOf } from './releases/edition.ts';
import { ContentsStore } from './contents.store.ts';
import type { PreviewRequest, ReadingRequest, SourceRequest, TermsRequest } from './publication.requests.ts';
import { house as countyOffice } from './reading.rights.ts';
import { newest, type EditionRecord, type Publication } from './publication.ts';
import { readSource, type Pictures, type ReadSource } from './source.ts';
import type { Terms } from './publication.terms.ts';
import { inForm } from './warning.form.ts';

/** The county's own site and name, and those of its bodies. */
export interface House {
  readonly siteUrl: string;
  readonly issuer: string;
  /** Null for a body that nobody knows. */
  nameOf(organisation: string): Promise<string | null>;
  /** How a column is called; null for a code that nobody knows. */
  columnOf(code: string): Promise<EditionColumn | null>;
}

/** What an editor wrote, by its hash: the words themselves are kept once, in `contents`, and never change. */
export interface Draft {
  readonly contentHash: string;
  readonly title: string;
  readonly noticeUntil: string | null;
}

/** A draft as it was just taken in. */
export interface Taken {
  readonly draft: Draft;
  readonly losses: readonly KeptLoss[];
}

/** Words, and as far as they change: the matter that they are about, and how long they hold. */
type Given = SourceRequest & Pick<TermsRequest, 'matter' | 'schedule'>;

/** Whose draft it is, and what stood there before. */
export interface Drafting {
  readonly organisation: string;
  readonly seen?: EditionRecord | undefined;
}

export interface Preview extends Drawn {
  /** What a submission would ask, and what channels cannot carry. */
  readonly asked: readonly Noticed[];
}

/** As channels draw it. */
export interface Drawn {
  readonly content: EditionContent;
  readonly contentHash: string;
  /** Hash of the words that channels go by, which own words of a channel are written against. */
  readonly mainText: string;
  readonly findings: readonly (Finding & { readonly severity: 'block' | 'advise' })[];
  readonly losses: readonly Loss[];
  /** Of the channels that have too little room for the title. */
  readonly shortTitles: readonly TitleProposal[];
  /** What short texts say: written by the editor, or read from the words. */
  readonly essentials: readonly Essential[];
  readonly renditions: readonly ShownRendition[];
}

/** What a text says, and what of it is not in the document as it was. */
export interface Reading extends Pick<EditionContent, 'body' | 'media'> {
  /** Null when none was found, and for a passage. */
  readonly title: string | null;
  /** Only what the text says itself. */
  readonly header: Partial<EditionContent['header']>;
  readonly losses: readonly ToldLoss[];
}

/** Stands for the title of what has none; no text has it. */
const noTitle = '〔无标题〕';
const lacksTitle = (error: unknown): boolean =>
  error instanceof ProblemError && (error.details.findings ?? []).some(({ field }) => field === 'title');

/** Turns what editors hand in into content, and content into what each channel would show. */
export class DraftDesk {
  constructor(
    private readonly contents: ContentsStore,
    private readonly renderers: RenditionDesk,
    private readonly directory: ChannelDirectory,
    private readonly house: House,
    private readonly pictures: Pictures,
  ) {}

  /**
   * Imports and keeps the words. A new text of something that has an index number (索引号) keeps it. What is
   * changed in the model itself (`document`) still lacks what its first import could not carry over.
   * @throws ProblemError 413 · 422 when an edition cannot be made of it
   */
  async take({ matter, schedule, ...request }: Given, { organisation, seen }: Drafting): Promise<Taken> {
    const { content: read, losses } = await this.read(request, organisation);
    const formed = inForm(read, {
      type: matter?.type ?? seen?.matter.type,
      fields: matter?.fields ?? seen?.matter.fields,
      expiresAt: schedule?.expiresAt === undefined ? seen?.schedule.expiresAt : schedule.expiresAt,
    });
    const content = withOwnWords(formed, request.ownWords ?? []);
    const number =
      content.header.indexNumber ??
      (seen === undefined ? undefined : (await this.content(seen.contentHash)).header.indexNumber);
    const draft = await this.keep(number === undefined ? content : withNumber(content, number));
    const before = seen?.losses ?? [];
    const edited = request.format === 'document' && request.losses === undefined ? before : [];
    const met = keptLosses(losses, before).filter(({ key }) => !edited.some((known) => known.key === key));
    return { draft, losses: [...edited, ...met] };
  }

  private async read(
    request: SourceRequest & { readonly passage?: boolean },
    organisation: string,
  ): Promise<ReadSource> {
    return readSource(request, await this.nameOf(organisation), this.pictures);
  }

  /** The office that acts for the county speaks in the county's name. */
  private async nameOf(organisation: string): Promise<string> {
    const own = organisation === countyOffice ? null : await this.house.nameOf(organisation);
    return own ?? this.house.issuer;
  }

  /** The same words under an index number. @param give asked when they have none */
  async numbered(hash: string, give: () => Promise<string>): Promise<string> {
    const content = await this.content(hash);
    return content.header.indexNumber === undefined
      ? (await this.keep(withNumber(content, await give()))).contentHash
      : hash;
  }

  private async keep(content: EditionContent): Promise<Draft> {
    const hash = contentHash(content);
    await this.contents.keep(hash, content);
    return { contentHash: hash, title: content.title, noticeUntil: content.publicNotice?.to ?? null };
  }

  /**
   * The text alone, for the editor to go on with; its pictures are kept.
   * @throws ProblemError 413 · 422 when there is nothing to go on with
   */
  async reading({ passage, ...request }: ReadingRequest, organisation: string): Promise<Reading> {
    const untitled = { ...request, title: noTitle };
    const { content, losses } = passage
      ? await this.read({ ...untitled, passage }, organisation)
      : await this.read(request, organisation).catch((error: unknown) => {
          if (!lacksTitle(error)) throw error;
          return this.read(untitled, organisation);
        });
    const { title, header, body, media } = content;
    const { issuer, ...rest } = header;
    const assumed = passage || losses.some(({ kind }) => kind === 'assumed-issuer');
    return {
      title: title === noTitle ? null : title,
      header: assumed ? rest : { ...rest, issuer },
      body,
      media,
      losses: losses.filter(({ kind }) => kind !== 'assumed-issuer').map(told),
    };
  }

  /** A text as an edition would have it; of it only pictures are kept. @throws ProblemError 413 · 422 */
  async contentOf({ matter, schedule, ...request }: Given, organisation: string): Promise<ReadSource> {
    const { content, losses } = await this.read(request, organisation);
    const formed = inForm(content, { ...matter, expiresAt: schedule?.expiresAt });
    return { content: withOwnWords(formed, request.ownWords ?? []), losses };
  }

  /** Keeps nothing. Every known channel is asked. */
  async draw(
    { lane = 'normal', audience = everywhere, ...given }: PreviewRequest,
    organisation: string,
  ): Promise<{ readonly drawn: Drawn; readonly answers: readonly Answer[] }> {
    const { content, losses } = await this.contentOf(given, organisation);
    const hash = contentHash(content);
    const record = { edition: 1, contentHash: hash, lane };
    const edition = editionOf(this.house.siteUrl, '00000000', record, content);
    const channels = await this.directory.list();
    const answers = await this.renderers.ask(edition, channels, 'preview', meantBy(audience, organisation));
    const found = losses.map((one) => ({ severity: severityOf(one), ...lossFinding(one) }));
    const drawn = {
      content,
      contentHash: hash,
      mainText: mainTextHash(content),
      findings: [...found, ...cutTitles(content, channels)],
      losses,
      shortTitles: titleProposals(content, channels),
      essentials: essentialsOf(content),
      renditions: answers.map((a) => a.rendered),
    };
    return { drawn, answers };
  }

  /** How the newest edition would look on its channels, with these words where given. */
  async renditions(
    publication: Publication,
    want: RenderAsked['want'],
    contentHash = newest(publication).contentHash,
  ): Promise<readonly Answer[]> {
    const record = { ...newest(publication), contentHash };
    const content = await this.content(contentHash);
    const column = await this.house.columnOf(record.matter.column);
    return this.renderers.ask(
      editionOf(this.house.siteUrl, publication.id, record, content, column),
      await this.reachable(record.channels),
      want,
      meantBy(record.audience, publication.organisation),
    );
  }

  /** What sending an edition takes, on the channels where that is worth counting, and who of them answered. */
  async costs(
    publication: Publication,
    record: EditionRecord,
    channels: readonly string[],
  ): Promise<{
    readonly costs: Readonly<Record<string, SendingCost>>;
    readonly counted: readonly string[];
  }> {
    const content = await this.content(record.contentHash);
    const edition = editionOf(this.house.siteUrl, publication.id, record, content);
    const meant = meantBy(record.audience, publication.organisation);
    const answers = await this.renderers.ask(edition, await this.reachable(channels), 'cost', meant);
    const counted = answers.filter((a) => a.answered && a.rendered.problems.length === 0);
    return {
      costs: Object.fromEntries(
        counted.flatMap(({ rendered: { channel, cost } }) => (cost === undefined ? [] : [[channel, cost]])),
      ),
      counted: counted.map(({ rendered }) => rendered.channel),
    };
  }

  /** These channels, and whether they are there to be asked. */
  private async reachable(ids: readonly string[]): Promise<Parameters<RenditionDesk['ask']>[1]> {
    const known = await this.directory.all();
    return ids.map((id) => ({ id, online: known.find((k) => k.id === id)?.online ?? false }));
  }

  content(hash: string): Promise<EditionContent> {
    return this.contents.get(hash);
  }
}

/** As channels are told: an organisation whose code they could not read has no name there. */
function meantBy(audience: Terms['audience'], organisation: string): RenderAsked['meant'] {
  const owner = organisationCode.safeParse(organisation);
  return { audience: audienceSchema.parse(audience), owner: owner.success ? owner.data : null };
}

const withNumber = (content: EditionContent, indexNumber: string): EditionContent => ({
  ...content,
  header: { ...content.header, indexNumber },
});
