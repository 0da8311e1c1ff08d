// Characters that are not seen but change what is seen, or that no output may carry: C0/C1 controls (tab and
// line feed stay),
// soft hyphen, zero-width characters, direction marks, overrides and isolates, interlinear anchors, tag
// characters, non-characters.
const unseen =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;
// A joiner makes one picture of several; anywhere else it is unseen like the rest.
const joiner = /(?<!\p{ExtPict}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|\u200D(?!\p{ExtPict})/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * One spelling (NFC), one line ending (LF), nothing invisible. Idempotent. Ideographic variation selectors
 * stay: names need them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\f\v]/g, '\n')
    .replace(unseen, '')
    .replace(joiner, '')
    .replace(loneSurrogate, '')
    .normalize('NFC');
}

/** `cleanText` on one line, runs of white space as one blank, none at the ends. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();
