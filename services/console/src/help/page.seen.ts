import type { Seen } from './tour.decide.ts';

const marked = 'data-towncrier-marked';
const plain = (words: string | null): string => (words ?? '').replace(/\s/gu, '');

/** What the page shows at this moment. */
export const seenAt = (at: string): Seen => ({
  at,
  says: (words) =>
    [...document.querySelectorAll('.towncrier-content .ant-tag')].some((tag) =>
      plain(tag.textContent).includes(words),
    ),
  has: (selector) => document.querySelector(selector) !== null,
});

/** Frames what begins with the first of the words that is to be seen, and nothing else. */
export function markOnly(words: readonly string[] = []): void {
  const [now] = words.flatMap((begin) => meant(begin) ?? []);
  for (const before of document.querySelectorAll(`[${marked}]`))
    if (before !== now) before.removeAttribute(marked);
  now?.setAttribute(marked, '');
}

const pressed = 'header :is(a, [role="menuitem"]), .towncrier-content :is(a, button, [role="tab"])';
const meant = (words: string): Element | undefined =>
  [...document.querySelectorAll(pressed)].find((one) => plain(one.textContent).startsWith(plain(words)));

/** Calls back whenever the page may show something else, at most once a frame. */
export function watchPage(changed: () => void): () => void {
  let asked = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(changed);
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  changed();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(asked);
    markOnly();
  };
}
