import type { Page } from 'playwright-core';

/**
 * Draws an article again as a telephone in the dark does: ground #191919, words of rgba(255,255,255,.6), and inline
 * colours made to suit. After what the algorithm of the platform does (github.com/wechatjs/mp-darkmode): white and
 * grey grounds turn dark, bright ones are damped, words too dark for their ground are made lighter.
 * @param converts false for a reader that leaves inline colours as they are
 */
export async function turnDark(page: Page, converts: boolean): Promise<void> {
  await page.addStyleTag({ content: 'body { background: #191919; color: rgba(255, 255, 255, 0.6) }' });
  if (converts) await page.evaluate(convert);
}

/** What of the article's words is too faint on what is behind it (contrast of WCAG), with how faint it is. */
export const tooFaint = (
  page: Page,
  least: { readonly headings: number; readonly others: number },
): Promise<readonly string[]> => page.evaluate(measure, least);

/** Runs in the page. */
function convert(): void {
  const dark = 25;
  const brightness = ([r, g, b]: readonly number[]): number =>
    ((r ?? 0) * 299 + (g ?? 0) * 587 + (b ?? 0) * 114) / 1000;
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const written = (to: readonly number[]): string => `rgb(${to.slice(0, 3).map(Math.round).join(',')})`;
  const scaled = (colour: readonly number[], to: number): readonly number[] => {
    const from = brightness(colour);
    return colour
      .slice(0, 3)
      .map((c) => (to > from ? c + ((255 - c) * (to - from)) / (255 - from) : (c * to) / from));
  };
  const isGrey = ([r, g, b]: readonly number[]): boolean => r === g && g === b;
  const ground = (colour: readonly number[]): readonly number[] => {
    const bright = brightness(colour);
    if ((isGrey(colour) && bright > 102) || bright > 250)
      return Array(3).fill(Math.max(dark, 255 + dark - bright));
    return bright > 190 ? scaled(colour, 190) : bright < 56 ? scaled(colour, 56) : colour;
  };
  const words = (colour: readonly number[], behind: number): readonly number[] => {
    const bright = brightness(colour);
    if (bright >= 250 || Math.abs(bright - behind) >= 65) return colour;
    return scaled(colour, behind >= 100 ? behind - 65 : behind + 65);
  };
  for (const element of document.querySelectorAll<HTMLElement>('[style]')) {
    const { style } = element;
    if (style.backgroundColor !== '')
      style.backgroundColor = written(ground(channels(style.backgroundColor)));
    const behind = style.backgroundColor === '' ? dark : brightness(channels(style.backgroundColor));
    if (style.color !== '') style.color = written(words(channels(style.color), behind));
    if (style.borderColor !== '')
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
        const colour = style[`border${side}Color`];
        if (/\d/.test(colour)) style[`border${side}Color`] = written(words(channels(colour), behind));
      }
  }
}

/** Runs in the page. */
function measure(least: { readonly headings: number; readonly others: number }): readonly string[] {
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (c: number): number =>
    c / 255 <= 0.03928 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = (element: Element | null): readonly number[] => {
    if (element === null) return [255, 255, 255];
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement) : colour;
  };
  const over = ([r = 0, g = 0, b = 0, alpha = 1]: readonly number[], on: readonly number[]) =>
    [r, g, b].map((c, n) => c * alpha + (on[n] ?? 0) * (1 - alpha));
  const faint: string[] = [];
  const article = document.querySelector('body > section') ?? document.body;
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const said = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (said === '' || element === null) continue;
    const on = behind(element);
    const [a, b] = [luminance(over(channels(getComputedStyle(element).color), on)), luminance(on)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const needed = element.closest('h2') === null ? least.others : least.headings;
    if (contrast < needed) faint.push(`${contrast.toFixed(2)} ${said.slice(0, 40)}`);
  }
  return faint;
}
