export { openedBrowser, type Looks, looksOf } from './testing/browser.ts';
export { barriersOn, ofLooks, ofSizes } from './testing/barriers.ts';
export { faultsOfMarkup } from './testing/markup.judge.ts';
