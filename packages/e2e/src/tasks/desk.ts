import type { Browser, Page } from 'playwright-core';
import { consoleOf } from '../console.browser.ts';
import type { Town } from '../town.ts';
import { Hand } from './hand.ts';

type OfTheTown = Pick<Town, 'stack' | 'hubUrl' | 'person' | 'publish' | 'fault'>;

/** The people of a town at their consoles, each signed in once. */
export class Desk {
  /** The page of the notice that a task leaves for the next. */
  notice = '';
  private readonly pages = new Map<string, Page>();

  readonly town: OfTheTown;
  /** How many there are. */
  readonly channels: number;
  private readonly browser: Browser;

  constructor(town: OfTheTown, channels: number, browser: Browser) {
    this.town = town;
    this.channels = channels;
    this.browser = browser;
  }

  /** Who has signed in. */
  get people(): readonly string[] {
    return [...this.pages.keys()];
  }

  /** A person's page, and a hand that has done nothing yet. */
  async handOf(name: string): Promise<Hand> {
    const page = this.pages.get(name) ?? (await consoleOf(name, this.town, this.browser));
    this.pages.set(name, page);
    return new Hand(page);
  }

  /** The page of the notice, as a person opens it from a message: no click of theirs. */
  async atNotice(name: string): Promise<Hand> {
    const hand = await this.handOf(name);
    await hand.page.goto(this.notice);
    return hand;
  }
}
