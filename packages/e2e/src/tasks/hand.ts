/// <reference lib="dom" />
import type { FileChooser, Locator, Page } from 'playwright-core';

/** What a task took of a person. */
export interface Effort {
  /** Presses of a mouse or finger. */
  readonly clicks: number;
  /** Keys that are commands: F8, Enter, a letter of a queue. Of what is typed, no letter counts. */
  readonly keys: number;
  /** Fields into which something was typed. */
  readonly fields: number;
}

/** A person at a page: does what people do, and counts it. */
export class Hand {
  private clicks = 0;
  private keys = 0;
  private fields = 0;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get effort(): Effort {
    return { clicks: this.clicks, keys: this.keys, fields: this.fields };
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks += 1;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.keys += 1;
  }

  async type(field: Locator, words: string): Promise<void> {
    await field.fill(words);
    this.fields += 1;
  }

  /** Marks words in a text with the mouse, and types others over them. */
  async replace(text: Locator, words: string, by: string): Promise<void> {
    await text.evaluate((area, wanted) => {
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        (area as HTMLElement).focus();
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
        return;
      }
      throw new Error(`“${wanted}” does not stand there`);
    }, words);
    this.clicks += 1;
    await this.page.keyboard.type(by);
    this.fields += 1;
  }

  /** Presses what asks for a file, and gives it one; what is pressed in the dialog of the system is not the console's. */
  async give(what: Locator, file: string): Promise<void> {
    const asked: Promise<FileChooser> = this.page.waitForEvent('filechooser');
    await this.click(what);
    await (await asked).setFiles(file);
  }

  button(words: string | RegExp): Locator {
    return this.page.getByRole('button', { name: words });
  }

  /** Waits for words of the page. */
  async sees(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }
}
