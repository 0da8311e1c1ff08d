import type { Rendition } from '@towncrier/channel-kit';
import { hashBytes, hashValue, renderPlain } from '@towncrier/content';
import type { IllustratedEdition } from '@towncrier/contracts';
import { printable } from './board.check.ts';
import { sheetFormsNamed, type SheetForm } from './board.forms.ts';
import { fingerprint } from './fingerprint.ts';
import type { Paper, PosterLayout, PosterSheet } from './poster/poster.ts';
import { renderPosters } from './poster/poster.thread.ts';
import { renderBoard } from './render/board.sheet.ts';
import type { BoardSettings } from './settings.ts';

export interface PrintedSheet {
  readonly paper: Paper;
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly cut: boolean;
  /** How many sheets of paper it takes: pages of the PDF. */
  readonly sheets: number;
  readonly layout: PosterLayout;
}
export interface BoardRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly title: string;
  readonly issuer: string;
  readonly page: string;
  readonly contentHash: string;
  /** Last day (ISO date) of a 公示. */
  readonly noticeTo: string | null;
  readonly corrects: { readonly edition: number; readonly reason: string } | null;
  /** Everything a reader finds on the sheet, as plain text. */
  readonly words: string;
  readonly sheet: PosterSheet;
  readonly papers: readonly PrintedSheet[];
}

/** What the QR code on a sheet says. */
export const checkAddress = (publicUrl: string, publication: string, edition: number): string =>
  `${publicUrl}/q/${publication}?e=${edition}`;

/** Where the sheet in force is had for printing, seen from the public address. */
export const sheetAddress = (publication: string, paper: string): string =>
  `/sheets/${publication}-${paper}.pdf`;

/** SHA-256 over the PDF of every paper size, comparable with what is fetched from the public address. */
export const papersHash = (papers: readonly { readonly paper: string; readonly sha256: string }[]): string =>
  hashValue(papers.map(({ paper, sha256 }) => [paper, sha256]).toSorted());

export async function renderEdition(
  edition: IllustratedEdition,
  { PUBLIC_URL }: BoardSettings,
  forms: readonly string[],
): Promise<BoardRendition> {
  const { content, publication, links, contentHash } = edition;
  const { notes: _notes, fullText: _fullText, ...said } = renderBoard(printable(edition));
  const sheet: PosterSheet = {
    ...said,
    qr: checkAddress(PUBLIC_URL, publication, edition.edition),
    fingerprint: fingerprint(contentHash),
    images: Object.fromEntries(content.media.map((media) => [media.id, Buffer.from(media.data, 'base64')])),
  };
  const sheetForms = sheetFormsNamed(forms);
  const posters = await renderPosters(sheet, sheetForms);
  const papers = posters.map(({ pdf, cut, pages: sheets, layout }, i): PrintedSheet => {
    const { paper } = sheetForms[i] as SheetForm;
    return { paper, pdf, sha256: hashBytes(pdf), cut, sheets, layout };
  });
  return {
    publication,
    edition: edition.edition,
    title: content.title,
    issuer: content.header.issuer,
    page: links.page,
    contentHash,
    noticeTo: content.publicNotice?.to ?? null,
    corrects: edition.corrects ?? null,
    words: [
      content.title,
      said.correction ?? '',
      renderPlain(content.body),
      ...said.publicNotice.map((fact) => `${fact.label}：${fact.value}`),
      links.page,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    sheet,
    papers,
    hash: papersHash(papers),
  };
}
