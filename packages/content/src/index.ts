export type { Bound } from './bound.ts';
export type { Finding } from './finding.ts';
export { endingWords, type EndingWords, type WithdrawalNotice } from './withdrawal-notice.ts';
export { canonicalJson } from './canonical-json.ts';
export { contentHash, hashBytes, hashText, hashValue } from './hash.ts';
export { cleanLine, cleanText } from './clean-text.ts';
export { decodeText, UnreadableText, type DecodedText } from './decode-text.ts';

export { importText } from './import/import-text.ts';
export { importMarkdown } from './import/import-markdown.ts';
export { importHtml } from './import/import-html.ts';
export { importDocument } from './import/import-document.ts';
export { importSource, type ImportedSource } from './import/import-source.ts';
export { lossKinds, type LossKind, type LossKindName } from './import/losses/loss.kinds.ts';
export { excerptOf, loss, lossFinding, severityOf, type Loss } from './import/losses/loss.ts';
export { LossList } from './import/losses/loss.list.ts';
export { lossElement, lossTag } from './import/losses/loss.element.ts';
export { imageBytes, type KnownPictures } from './import/data-image.ts';
export { namePictures, type Named } from './import/name.pictures.ts';
export type { Imported, Recognised, Source, SourceFormat } from './import/source.ts';

export { dateInChina, endOfDayInChina, minuteInChina } from './words/china.clock.ts';
export { cutAtClause, cutAtWord, roomOf, type Measure } from './words/cut.ts';
export { sayingOf } from './words/shown.text.ts';
export { graphemes, segmentWords } from './words/segment.ts';
export { breakLines, halfCells } from './words/cells.ts';
export { dateInWords, daysInclusive, findDate, instantInWords, periodInWords } from './words/calendar.ts';

export { blockRuns, type Run } from './reading/block.runs.ts';
export { blockLines, renderPlain } from './reading/plain.ts';
export { contactFacts } from './reading/contact.facts.ts';
export { inlineText } from './reading/inline.text.ts';
export { essentialKinds, essentialTitles } from './reading/essentials/essential.kinds.ts';
export { essentialsOf } from './reading/essentials/essentials.ts';
export { brief } from './reading/essentials/brief.ts';
export { leadingFacts } from './reading/essentials/leading.facts.ts';
export { speakerBefore, speakerOf } from './reading/essentials/speaker.ts';
export { readEssentials } from './reading/essentials/read.essentials.ts';
export { deadlineOf, headerFacts, phoneOf, publicNoticeFacts } from './reading/facts.ts';
export type { Fact } from './reading/fact.ts';
export { wordsOfHtml } from './reading/html.words.ts';
export { isNeeded, omission, type Omission } from './reading/omissions/omission.ts';
export { omissionsIn } from './reading/omissions/omissions.ts';
export { cutOf, leadPicture, type Cut, type Sides } from './picture/cut.ts';
export { imagesIn, missingPictures, picturesIn, pictureWords } from './reading/pictures.ts';
export { tablePlaces, type PlacedCell, type TablePlaces } from './reading/table.places.ts';
export { rareCharacters, rareNote } from './reading/rare.ts';
export {
  mainTextHash,
  ownField,
  isForAnother,
  ownWordsIn,
  withOwnWords,
  writtenFor,
  type GivenOwnWords,
} from './reading/own.words.ts';
export { gapMark, withGaps } from './reading/gaps.ts';
export { matterTitles, cutTitleFinding, shortTitle, type ShortTitle } from './reading/short-title.ts';
export { withoutIssuer } from './reading/title.wordings.ts';
export { summarise } from './reading/summary.ts';
export {
  levelOrder,
  levelSources,
  warningLevels,
  weatherHazards,
  type LevelWords,
} from './reading/warning.levels.ts';
export { warningSign } from './article/warning.sign.ts';
export { hazardOf, warningTitle } from './reading/warning.ts';

export { answerOf, type BlockOf, type BlockTable } from './block.table.ts';
export { escapeHtml, spanOf, tag, voidTag } from './article/markup.ts';
export { articleForm, articleFormIn, formerArticleForm, type ArticleForm } from './article/article.form.ts';
export { changesBetween, type Change } from './article/article.changes.ts';
export { renderArticle, type Article, type OutlineEntry } from './article/article.ts';
export type { MediaAddress } from './article/article.blocks.ts';
