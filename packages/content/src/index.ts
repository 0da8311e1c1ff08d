export type { Bound } from './bound.ts';
export type { Finding } from './finding.ts';
export { endingWords, type EndingAct, type EndingWords, type WithdrawalNotice } from './withdrawal-notice.ts';
export { canonicalJson } from './canonical-json.ts';
export { contentHash, hashBytes, hashText, hashValue } from './hash.ts';
export { cleanLine, cleanText } from './clean-text.ts';
export { decodeText, UnreadableText, type DecodedText } from './decode-text.ts';

export { importText } from './import/import-text.ts';
export { importMarkdown } from './import/import-markdown.ts';
export { importHtml } from './import/import-html.ts';
export { importDocument } from './import/import-document.ts';
export { importSource, type ImportedSource } from './import/import-source.ts';
export { allImageBytes, imageBytes } from './import/data-image.ts';
export type { Imported, Recognised, Source, SourceFormat } from './import/source.ts';

export { dateInChina, endOfDayInChina, minuteInChina } from './words/china.clock.ts';
export { cutAtClause, cutAtWord } from './words/cut.ts';
export { graphemes, segmentWords } from './words/segment.ts';
export { breakLines, halfCells } from './words/cells.ts';
export { dateInWords, daysInclusive, findDate, instantInWords, periodInWords } from './words/calendar.ts';

export { blockLines, renderPlain } from './reading/plain.ts';
export {
  deadlineOf,
  factsBeside,
  headerFacts,
  phoneOf,
  publicNoticeFacts,
  timeOf,
  type Fact,
} from './reading/facts.ts';
export { imagesIn, missingPictures } from './reading/pictures.ts';
export { rareCharacters } from './reading/rare.ts';
export { briefTitle, shortTitle, type ShortTitle } from './reading/short-title.ts';
export { summarise } from './reading/summary.ts';

export { escapeHtml } from './render/markup.ts';
export {
  checkWebsite,
  renderWebsite,
  websiteProfile,
  websiteWithdrawal,
  type OutlineEntry,
  type WebsiteArticle,
  type WebsiteProfile,
} from './render/website.article.ts';
export {
  checkWechat,
  renderWechat,
  wechatProfile,
  wechatWithdrawal,
  type WechatArticle,
  type WechatProfile,
} from './render/wechat.article.ts';
export {
  checkWeibo,
  renderWeibo,
  weiboProfile,
  weiboUnits,
  weiboWithdrawal,
  type WeiboProfile,
  type WeiboStatus,
} from './render/weibo.status.ts';
export {
  checkSms,
  renderSms,
  smsFragments,
  smsProfile,
  smsWithdrawal,
  type SmsProfile,
  type SmsText,
} from './render/sms.text.ts';
export {
  checkLed,
  ledScreenProfile,
  ledStripProfile,
  ledWithdrawal,
  renderLed,
  type LedPage,
  type LedPages,
  type LedProfile,
} from './render/led.pages.ts';
export {
  checkPortal,
  portalProfile,
  portalWithdrawal,
  renderPortal,
  type PortalBadge,
  type PortalCard,
  type PortalProfile,
} from './render/portal.card.ts';
export {
  boardProfile,
  boardWithdrawal,
  checkBoard,
  renderBoard,
  type BoardProfile,
  type BoardSheet,
} from './render/board.sheet.ts';
export type { Run, SheetBlock, SheetCell } from './render/board.blocks.ts';
