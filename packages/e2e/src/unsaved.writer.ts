/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { consoleAs, signIn } from './console.browser.ts';
import { eventually, type HubClient, type Person, type Publication } from './hub.client.ts';
import type { Town } from './town.ts';

interface Block {
  readonly type: string;
  readonly content?: readonly { readonly text?: string }[];
}
interface Read extends Publication {
  readonly editions: readonly (Publication['editions'][number] & {
    readonly content: { readonly title: string; readonly body: { readonly content: readonly Block[] } };
  })[];
}

/** Somebody at a draft, whose machine is not to be relied on. Remembers all that they typed. */
export class UnsavedWriter {
  /** Words that were typed long enough ago to be kept, or saved. */
  readonly typed: string[] = [];
  #count = 0;

  private constructor(
    private readonly town: Town,
    private readonly browser: Browser,
    private readonly other: HubClient,
    readonly draft: Publication,
    private page: Page,
  ) {}

  static async begin(town: Town, browser: Browser, draft: Publication): Promise<UnsavedWriter> {
    const page = await consoleAs('editor', town, browser);
    const writer = new UnsavedWriter(town, browser, await town.person('duty'), draft, page);
    await writer.open();
    return writer;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }

  private get text() {
    return this.page.getByRole('textbox', { name: '正文' });
  }

  private async open(): Promise<void> {
    await this.page.goto(`${this.town.hubUrl}/edit/${this.draft.id}`);
    await this.text.waitFor();
  }

  /** A few words as a paragraph of their own, until they are kept where what happens next cannot reach. */
  async write(...places: readonly ('browser' | 'hub')[]): Promise<void> {
    const words = `第${(this.#count += 1)}次写下的话。`;
    await this.text.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.type(words);
    for (const place of places)
      await eventually(
        async () => (await (place === 'hub' ? this.keptAtHub() : this.keptHere())).includes(words),
        `“${words}” was not kept in the ${place}`,
      );
    this.typed.push(words);
  }

  private async keptAtHub(): Promise<string> {
    const path = `/api/v1/publications/${this.draft.id}/working-copy`;
    return JSON.stringify(await this.town.editor.call('GET', path));
  }

  private keptHere(): Promise<string> {
    return this.page.evaluate(
      () =>
        new Promise<string>((done, fail) => {
          const opening = indexedDB.open('towncrier-unsaved');
          opening.onerror = () => fail(new Error('the browser keeps nothing'));
          opening.onsuccess = () => {
            const all = opening.result.transaction('copies').objectStore('copies').getAll();
            all.onsuccess = () => {
              opening.result.close();
              done(JSON.stringify(all.result));
            };
          };
        }),
    );
  }

  /** Typed at this moment: it may be lost, and nothing before it. */
  private async scribble(): Promise<void> {
    await this.page.keyboard.type('还没写完');
  }

  /** The tab is gone between two keys. */
  async tabIsKilled(): Promise<void> {
    await this.scribble();
    const context = this.page.context();
    await this.page.close();
    this.page = await context.newPage();
    await this.open();
    await this.restore();
  }

  /** The machine is gone with all that its browser kept; the person goes on at another one. */
  async machineIsLost(): Promise<void> {
    await this.scribble();
    await this.page.context().close();
    this.page = await consoleAs('editor', this.town, this.browser);
    await this.open();
    await this.restore();
  }

  /** The network goes, more is written, and then the tab goes too. */
  async networkIsLost(): Promise<void> {
    const context = this.page.context();
    await context.setOffline(true);
    await this.write('browser');
    await this.scribble();
    await this.page.close();
    await context.setOffline(false);
    this.page = await context.newPage();
    await this.open();
    await this.restore();
  }

  /** The session ends; what cannot be saved is saved when its owner has signed in over the page. */
  async sessionEnds(): Promise<void> {
    await this.takeOver();
    await this.page.context().clearCookies();
    await this.pressSave();
    const dialog = this.page.getByRole('dialog', { name: '登录已过期，请重新登录' });
    await signIn(dialog, await this.owner());
    await this.isSaved();
  }

  /** Somebody else saves the same draft meanwhile, with a paragraph of their own at the same place. */
  async anotherSaves(): Promise<void> {
    const words = `他人第${(this.#count += 1)}次写下的话。`;
    const now = (await this.other.get(this.draft.id)) as Read;
    const { title, body } = this.newest(now);
    const content = [...body.content, { type: 'paragraph', content: [{ type: 'text', text: words }] }];
    await this.other.call('PUT', `/api/v1/publications/${this.draft.id}/draft`, {
      version: now.version,
      format: 'document',
      source: { body: { ...body, content }, media: [] },
      title,
      takeOver: true,
    });
    this.typed.push(words);
    await this.save();
  }

  async save(): Promise<void> {
    await this.takeOver();
    await this.pressSave();
    await this.isSaved();
  }

  /** What stands in the draft at the hub. */
  async stored(): Promise<string> {
    const { body } = this.newest((await this.other.get(this.draft.id)) as Read);
    return JSON.stringify(body);
  }

  async shown(): Promise<string> {
    return this.text.innerText();
  }

  private newest(read: Read): Read['editions'][number]['content'] {
    const newest = read.editions.at(-1);
    if (newest === undefined) throw new Error(`${read.id} has no edition`);
    return newest.content;
  }

  private async restore(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^恢\s*复$/ })
      .first()
      .click();
    const last = this.typed.at(-1) ?? '';
    await this.text.getByText(last).waitFor();
    await this.takeOver();
  }

  private async pressSave(): Promise<void> {
    await this.page.getByRole('button', { name: /保存草稿/ }).click();
  }

  /** The tab that is gone may still count as open. */
  private async takeOver(): Promise<void> {
    const button = this.page.getByRole('button', { name: '接手编辑' });
    if (await button.isVisible()) await button.click();
    await button.waitFor({ state: 'detached' });
  }

  /** Comes together first where somebody else was faster. The draft is then opened again. */
  private async isSaved(): Promise<void> {
    const saved = new RegExp(`/publication/${this.draft.id}$`);
    const merging = this.page.getByRole('button', { name: '合并到本页' });
    await eventually(
      async () => {
        if (await merging.isVisible()) {
          await merging.click();
          await merging.waitFor({ state: 'detached' });
          await this.pressSave();
        }
        return saved.test(this.page.url());
      },
      async () => `not saved, at ${this.page.url()}: ${await this.page.innerText('body')}`,
    );
    await this.open();
  }

  private async owner(): Promise<Person | undefined> {
    const people = JSON.parse(await readFile(this.town.stack.credentialsFile, 'utf8')) as Person[];
    return people.find(({ roles }) => roles.includes('editor'));
  }
}
