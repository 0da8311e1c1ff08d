/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What may stand in Latin letters on a page for clerks, and why. */
const allowed: readonly (readonly [words: RegExp, why: string])[] = [
  [/\b(?:https?:\/\/|mailto:)\S+/gu, 'an address'],
  [/\b[\w.-]+@[\w.-]+/gu, 'a mailbox, or the identifier of a sender'],
  [/\b[0-9A-HJKMNP-TV-Z]{8}\b/gu, 'the id of a thing'],
  [/\b[0-9a-f]{8,64}\b/gu, 'a hash, which is compared and not read'],
  [/\b(?:Word|WPS|Excel|XLSX|CSV|PDF|XML|CAP|PNG|JPEG|docx?)\b/gu, 'a format, as offices name it'],
  [/\b(?:LED|Wi-Fi|QR|SIM|A[34])\b/gu, 'a thing or a size that has no other name'],
  [/\bUCS-2\b/gu, 'the coding by which the parts of a message are counted'],
  [/\b(?:Ctrl|Enter)\b/gu, 'a key, as it is called on the keyboard'],
  [/\b[A-Z]{4}-\d{2,3}\b|\bB\d{3}\b/gu, 'the number of an item, or of a board'],
  [/\bky[a-z]+\b(?:\/\d{4}-\d{5})?/gu, 'the code of a body, and the index numbers made of it'],
];

/** Words in Latin letters that a person sees on the page, but for those that may stand there. */
export async function machineWordsOn(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(seenTexts);
  const left = texts.map((text) => allowed.reduce((rest, [words]) => rest.replace(words, ' '), text));
  return [...new Set(left.flatMap((text) => text.match(/[A-Za-z][\w./-]+/gu) ?? []))].toSorted();
}

/** Runs in the page. Ids and names that people or machines gave stand in `code`, and are not looked at. */
function seenTexts(): readonly string[] {
  const texts: string[] = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const of = node.parentElement;
    if (of === null || of.closest('code, pre, style, script, svg') !== null || !of.checkVisibility())
      continue;
    texts.push(node.textContent ?? '');
  }
  const fields = document.querySelectorAll<HTMLInputElement>('input[placeholder], textarea[placeholder]');
  return [...texts, ...[...fields].map((field) => field.placeholder)];
}
