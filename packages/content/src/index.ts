export type { Bound } from './bound.ts';
export type { Finding } from './finding.ts';
export type { WithdrawalNotice } from './withdrawal-notice.ts';
export { canonicalJson } from './canonical-json.ts';
export { contentHash, hashBytes, hashText, hashValue } from './hash.ts';
export { cleanLine, cleanText } from './clean-text.ts';
export { decodeText, UnreadableText, type DecodedText } from './decode-text.ts';

export { cutAtWord } from './words/cut.ts';
export { graphemes, segmentWords } from './words/segment.ts';
export { breakLines, halfCells } from './words/cells.ts';
export { dateInWords, daysInclusive, findDate, instantInWords, periodInWords } from './words/calendar.ts';

export { renderPlain } from './reading/plain.ts';
export { deadlineOf, headerFacts, imagesIn, phoneOf, publicNoticeFacts, timeOf, type Fact } from './reading/facts.ts';
export { rareCharacters } from './reading/rare.ts';
export { shortTitle, type ShortTitle } from './reading/short-title.ts';
export { summarise } from './reading/summary.ts';

export { escapeHtml } from './render/markup.ts';
export { checkWebsite, renderWebsite, websiteProfile, websiteTombstone, type OutlineEntry, type WebsiteArticle, type WebsiteProfile } from './render/website.article.ts';
export { checkWechat, renderWechat, wechatProfile, wechatWithdrawal, type WechatArticle, type WechatProfile } from './render/wechat.article.ts';
export { checkWeibo, renderWeibo, weiboProfile, weiboUnits, weiboWithdrawal, type WeiboProfile, type WeiboStatus } from './render/weibo.status.ts';
export { checkSms, renderSms, smsFragments, smsProfile, smsWithdrawal, type SmsProfile, type SmsText } from './render/sms.text.ts';
export { checkLed, ledScreenProfile, ledStripProfile, ledWithdrawal, renderLed, type LedPage, type LedPages, type LedProfile } from './render/led.pages.ts';
export { checkPortal, portalProfile, portalWithdrawal, renderPortal, type PortalBadge, type PortalCard, type PortalProfile } from './render/portal.card.ts';
export { boardProfile, boardWithdrawal, checkBoard, renderBoard, type BoardProfile, type BoardSheet } from './render/board.sheet.ts';
export type { Run, SheetBlock, SheetCell } from './render/board.blocks.ts';
