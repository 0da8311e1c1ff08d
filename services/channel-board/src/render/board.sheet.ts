import {
  dateInWords,
  type Fact,
  type Finding,
  headerFacts,
  missingPictures,
  publicNoticeFacts,
  rareNote,
  renderPlain,
  warningLevels,
} from '@towncrier/content';
import type { Edition, WarningFacts } from '@towncrier/contracts';
import { sheetBlocks, type SheetBlock } from './board.blocks.ts';

export interface BoardProfile {
  /** What stands before the address of the full text, e.g. at the foot of a sheet that could not take all. */
  readonly fullTextWords: string;
}

export const boardProfile: BoardProfile = { fullTextWords: '全文见' };

/** A printed sheet as data: whoever sets it decides size and how many sheets it takes, never what it says. */
export interface BoardSheet {
  readonly title: string;
  readonly header: readonly Fact[];
  /** Words of a correction; null on a first edition. */
  readonly correction: string | null;
  readonly blocks: readonly SheetBlock[];
  /** 公示期 and where objections go; empty when it is no 公示. */
  readonly publicNotice: readonly Fact[];
  readonly footer: {
    readonly issuer: string;
    readonly date: string | null;
    readonly publication: string;
    readonly edition: number;
  };
  /** Colours (sRGB) of the band at the head, where it is a warning: those of its level. */
  readonly band?: { readonly paper: string; readonly ink: string };
  readonly fullText: string;
  readonly page: string;
  readonly notes: readonly Finding[];
}

export function renderBoard(edition: Edition, profile: BoardProfile = boardProfile): BoardSheet {
  const { content, corrects } = edition;
  const date = content.header.writtenOn ?? content.header.publishedOn;
  return {
    title: content.title,
    header: headerFacts(content.header),
    correction:
      corrects === undefined
        ? null
        : `本版为第${edition.edition}版，替代第${corrects.edition}版。更正原因：${corrects.reason}`,
    blocks: sheetBlocks(content.body.content),
    publicNotice: content.publicNotice === undefined ? [] : publicNoticeFacts(content.publicNotice),
    footer: {
      issuer: content.header.issuer,
      date: date === undefined ? null : dateInWords(date),
      publication: edition.publication,
      edition: edition.edition,
    },
    ...bandOf(content.warning),
    fullText: `${profile.fullTextWords} ${edition.links.page}`,
    page: edition.links.page,
    notes: rareNote(`${content.title}${renderPlain(content.body)}`, '印刷字体'),
  };
}

function bandOf(warning: WarningFacts | undefined): Pick<BoardSheet, 'band'> {
  if (warning === undefined) return {};
  const { paper, ink } = warningLevels[warning.level];
  return { band: { paper, ink } };
}

/** A sheet carries whatever the model can say; that it fits the paper is for the one who sets it. */
export const checkBoard = (edition: Edition): readonly Finding[] => missingPictures(edition.content);
