import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, Shown } from '@towncrier/channel-testkit';
import { startStack, type RunningProcess, type Stack } from '../../../scripts/lib/stack.mjs';
import {
  eventually,
  HubClient,
  type Board,
  type Draft,
  type Person,
  type Publication,
  type Row,
} from './hub.client.ts';

export const planFile = fileURLToPath(
  new URL('../../content/test/fixtures/kaiyuan-2017-pilot-plan.txt', import.meta.url),
);
export const failpoint = (name: string): Record<string, string> => ({
  NODE_OPTIONS: `--import ${new URL(`../failpoints/${name}.mjs`, import.meta.url).href}`,
});

/** A whole running town: real processes, real broker, twins as far ends. */
export class Town {
  readonly stack: Stack;
  private readonly folder: string;
  readonly editor: HubClient;
  readonly reviewer: HubClient;
  readonly secrecy: HubClient;
  readonly operator: HubClient;

  private constructor(
    stack: Stack,
    folder: string,
    [editor, reviewer, secrecy, operator]: readonly [HubClient, HubClient, HubClient, HubClient],
  ) {
    this.stack = stack;
    this.folder = folder;
    this.editor = editor;
    this.reviewer = reviewer;
    this.secrecy = secrecy;
    this.operator = operator;
  }

  static async start(): Promise<Town> {
    const folder = await mkdtemp(join(tmpdir(), 'towncrier-town-'));
    const stack = await startStack({ portBase: anyBase(), dataDir: folder, supervise: false }).catch(
      (error: unknown) =>
        String(error).includes('in use')
          ? startStack({ portBase: anyBase(), dataDir: folder, supervise: false })
          : Promise.reject(error as Error),
    );
    const people = JSON.parse(await readFile(stack.credentialsFile, 'utf8')) as Person[];
    const as = (role: string): Promise<HubClient> => {
      const person = people.find((p) => p.roles.includes(role));
      if (person === undefined) throw new Error(`nobody is ${role}`);
      return HubClient.signIn(stack.urls.hub ?? '', person);
    };
    return new Town(stack, folder, [
      await as('editor'),
      await as('first-reviewer'),
      await as('secrecy-reviewer'),
      await as('operator'),
    ]);
  }

  /** One of the people the town began with. */
  async person(name: string): Promise<HubClient> {
    const found = (JSON.parse(await readFile(this.stack.credentialsFile, 'utf8')) as Person[]).find(
      (p) => p.name === name,
    );
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return HubClient.signIn(this.hubUrl, found);
  }

  get channels(): readonly string[] {
    return [...this.stack.processes.keys()]
      .filter((name) => name.startsWith('channel-'))
      .map((name) => name.slice('channel-'.length));
  }

  get hubUrl(): string {
    return this.stack.urls.hub ?? '';
  }

  process(name: string): RunningProcess {
    const found = this.stack.processes.get(name);
    if (found === undefined) throw new Error(`no process ${name}`);
    return found;
  }

  /** Ends a process, if it still runs, and starts it again, with more environment where given. */
  async restart(name: string, environment: Record<string, string> = {}): Promise<void> {
    const one = this.process(name);
    if (one.running) await one.stop();
    await one.start(60_000, environment);
  }

  /** As kill -9, and waits until it is gone. */
  async kill(name: string): Promise<void> {
    const one = this.process(name);
    one.kill('SIGKILL');
    await one.ended();
  }

  /** The broker's disk is lost. Only while it does not run. */
  async wipeBroker(): Promise<void> {
    await rm(join(this.stack.dataDir, 'nats'), { recursive: true, force: true });
  }

  async approved(draft: Draft): Promise<Publication> {
    return this.approve(await this.editor.create(draft));
  }

  async approve(draft: Publication): Promise<Publication> {
    const submitted = await this.editor.submit(draft);
    const contentHash = submitted.editions.at(-1)?.contentHash;
    const read = await this.reviewer.act(submitted, 'approve', { contentHash });
    return this.secrecy.act(read, 'clear', { contentHash });
  }

  async publish(draft: Draft): Promise<Publication> {
    return this.editor.act(await this.approved(draft), 'publish');
  }

  async correct(p: Publication, draft: Draft, reason = '时间有误'): Promise<Publication> {
    const next = await this.editor.act(await this.editor.get(p.id), 'correct', {
      reason,
      format: 'text',
      ...draft,
    });
    return this.editor.act(await this.approve(next), 'publish');
  }

  async withdraw(p: Publication, reason = '检修取消'): Promise<Publication> {
    return this.editor.act(await this.editor.get(p.id), 'withdraw', { reason });
  }

  /**
   * Waits until every addressed channel has confirmed the newest operation; the ledger may first have to hear
   * of it.
   */
  async complete(p: Publication, withinMs = 90_000): Promise<Board> {
    const { state, channels, editions } = await this.editor.get(p.id);
    const newest =
      state === 'withdrawn' || state === 'lifted'
        ? { operation: 'withdraw' }
        : { operation: 'publish', edition: editions.at(-1)?.edition };
    const asked = (row: Row): boolean =>
      row.operation === newest.operation && (newest.edition === undefined || row.edition === newest.edition);
    return eventually(
      async () => {
        const board = await this.editor.board(p.id);
        const heard = new Set(board.rows.filter(asked).map((r) => r.channel));
        return board.complete && channels.every((c) => heard.has(c)) ? board : undefined;
      },
      async () =>
        `not complete: ${JSON.stringify((await this.editor.board(p.id)).rows.map((r) => [r.delivery, r.state, r.words]))}`,
      withinMs,
    );
  }

  /** What the public sees of a publication on one channel, from the twin's own store. */
  async shown(channel: string, about: string): Promise<readonly Shown[]> {
    const answer = (await (await fetch(`${this.stack.urls[`twin-${channel}`]}/__twin/shown`)).json()) as {
      shown: Shown[];
    };
    return answer.shown.filter((s) => s.about === about);
  }

  /** How often each channel showed it, visible or not. */
  async counts(about: string): Promise<Record<string, number>> {
    return Object.fromEntries(
      await Promise.all(this.channels.map(async (c) => [c, (await this.shown(c, about)).length] as const)),
    );
  }

  async fault(channel: string, fault: Fault): Promise<void> {
    const answer = await fetch(`${this.stack.urls[`twin-${channel}`]}/__twin/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Below the range from which systems take the ports of outgoing connections. */
const anyBase = (): number => 12_000 + 60 * Math.floor(Math.random() * 340);

export const waterNotice = (street: string, extra = ''): Draft => ({
  title: `关于${street}停水检修的通知`,
  source: `因供水管网检修，2026年11月25日8时至18时，${street}沿线停水，请居民提前储水。${extra}\n咨询电话：0873-7123456`,
  header: { issuer: '开远市水务局' },
});
