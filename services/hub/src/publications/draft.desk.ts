import type { EditionContent, RenderAsked, Rendered } from '@towncrier/contracts';
import { contentHash, type Finding } from '@towncrier/content';
import { ChannelDirectory } from './channels/channel.directory.ts';
import { RenditionDesk, type Answer } from './channels/rendition.desk.ts';
import { editionOf } from './releases/edition.ts';
import { ContentsStore } from './contents.store.ts';
import type { SourceRequest } from './publication.requests.ts';
import { newest, type Publication } from './publication.ts';
import { readSource } from './source.ts';

/** The county's own site and name. */
export interface House {
  readonly siteUrl: string;
  readonly issuer: string;
}

/** What an editor wrote, by its hash: the words themselves are kept once, in `contents`, and never change. */
export interface Draft {
  readonly contentHash: string;
  readonly title: string;
  readonly noticeUntil: string | null;
}

export interface Preview {
  readonly content: EditionContent;
  readonly contentHash: string;
  readonly findings: readonly Finding[];
  readonly renditions: readonly Rendered[];
}

/** Turns what editors hand in into content, and content into what each channel would show. */
export class DraftDesk {
  constructor(
    private readonly contents: ContentsStore,
    private readonly renderers: RenditionDesk,
    private readonly directory: ChannelDirectory,
    private readonly house: House,
  ) {}

  /**
   * Imports and keeps the words. A new text of something that has an index number (索引号) keeps it.
   * @throws ProblemError 413 · 422 when an edition cannot be made of it
   */
  async take(request: SourceRequest, seen?: string): Promise<Draft> {
    const { content } = readSource(request, this.house.issuer);
    const number =
      content.header.indexNumber ??
      (seen === undefined ? undefined : (await this.content(seen)).header.indexNumber);
    return this.keep(number === undefined ? content : withNumber(content, number));
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

  /** Keeps nothing. Every known channel is asked. */
  async preview(request: SourceRequest): Promise<Preview> {
    const { content, findings } = readSource(request, this.house.issuer);
    const hash = contentHash(content);
    const edition = editionOf(this.house.siteUrl, '00000000', { edition: 1, contentHash: hash }, content);
    const channels = await this.directory.list();
    const answers = await this.renderers.ask(edition, channels, 'preview');
    return { content, contentHash: hash, findings, renditions: answers.map((a) => a.rendered) };
  }

  /** How the newest edition would look on its channels, with these words where given. */
  async renditions(
    publication: Publication,
    want: RenderAsked['want'],
    contentHash = newest(publication).contentHash,
  ): Promise<readonly Answer[]> {
    const record = { ...newest(publication), contentHash };
    const known = await this.directory.all();
    return this.renderers.ask(
      editionOf(this.house.siteUrl, publication.id, record, await this.content(contentHash)),
      record.channels.map((id) => ({ id, online: known.find((k) => k.id === id)?.online ?? false })),
      want,
    );
  }

  content(hash: string): Promise<EditionContent> {
    return this.contents.get(hash);
  }
}

const withNumber = (content: EditionContent, indexNumber: string): EditionContent => ({
  ...content,
  header: { ...content.header, indexNumber },
});
