import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '../../../../scripts/lib/stack.mjs';
import { eventually, HubClient, type Draft, type Person, type Publication } from '../hub.client.ts';

const water = (street: string): Draft => ({
  title: `关于${street}停水检修的通知`,
  source: `因供水管网检修，2026年12月5日8时至18时，${street}沿线停水，请居民提前储水。\n咨询电话：0873-7123456`,
  header: { issuer: '开远市水务局' },
});

/** A town of its own in which a few things have happened, for as long as pictures are taken of it. */
export class SmallTown {
  readonly stack: Stack;
  private readonly people: readonly Person[];

  private constructor(stack: Stack, people: readonly Person[]) {
    this.stack = stack;
    this.people = people;
  }

  static async start(portBase: number): Promise<SmallTown> {
    const dataDir = await mkdtemp(join(tmpdir(), 'towncrier-pictures-'));
    const stack = await startStack({ portBase, dataDir, supervise: false });
    return new SmallTown(stack, JSON.parse(await readFile(stack.credentialsFile, 'utf8')) as Person[]);
  }

  get hubUrl(): string {
    return this.stack.urls['hub'] ?? '';
  }

  /**
   * One notice stands everywhere, one was taken back, one waits for its review, one is being written.
   * @returns the id of the first
   */
  async live(): Promise<string> {
    const editor = await this.as('editor');
    const standing = await this.published(await editor.create(water('灵泉东路')));
    const taken = await this.published(await editor.create(water('人民中路')));
    await editor.act(await editor.get(taken.id), 'withdraw', { reason: '检修取消' });
    await editor.submit(await editor.create(water('智源路')));
    await editor.create(water('建设西路'));
    await this.settled(editor, taken.id, 'withdraw');
    return standing.id;
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await rm(this.stack.dataDir, { recursive: true, force: true });
  }

  private as(role: string): Promise<HubClient> {
    const person = this.people.find((p) => p.roles.includes(role));
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return HubClient.signIn(this.hubUrl, person);
  }

  private async published(draft: Publication): Promise<Publication> {
    const editor = await this.as('editor');
    const submitted = await editor.submit(draft);
    const seen = { contentHash: submitted.editions.at(-1)?.contentHash };
    const read = await (await this.as('first-reviewer')).act(submitted, 'approve', seen);
    const cleared = await (await this.as('secrecy-reviewer')).act(read, 'clear', seen);
    const published = await editor.act(cleared, 'publish');
    await this.settled(editor, published.id, 'publish');
    return published;
  }

  private settled(editor: HubClient, id: string, operation: 'publish' | 'withdraw'): Promise<boolean> {
    return eventually(
      async () => {
        const { complete, rows } = await editor.board(id);
        return complete && rows.some((row) => row.operation === operation);
      },
      `${id} was not delivered`,
      120_000,
    );
  }
}
