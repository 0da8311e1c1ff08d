import { setTimeout as sleep } from 'node:timers/promises';
import { program, Trouble } from './lib/trouble.mjs';
import { readArguments, type TryArguments } from './try/arguments.ts';
import { readCapFile } from './try/cap.file.ts';
import { asSentAt } from './try/cap.instants.ts';
import { HubClient, NotYet, type Credentials, type Publication } from './try/hub.client.ts';
import { readNotice, type NoticeFile } from './try/notice.file.ts';
import { withPictures } from './try/notice.pictures.ts';
import { asJson, asTable, isAtRest, rowsOf, stepOf, type Step } from './try/outcome.ts';
import { findSystem } from './try/system.ts';

/** Longest wait (ms) for one step. A channel that has not settled by then is reported as it stands. */
const patienceMs = Number(process.env['TOWNCRIER_TRY_TIMEOUT_MS'] ?? 180_000);

/**
 * `npm run try -- FILE`: publishes FILE as an editor would, has it reviewed as its column asks, and waits
 * until every channel was seen to show it.
 */
await program(async () => {
  const asked = readArguments(process.argv.slice(2));
  if (asked.cap) return relayOne(asked);
  const first = readNotice(asked.file);
  const second = asked.correct === null ? null : readNotice(asked.correct);
  const system = await findSystem((line) => void process.stderr.write(`${line}\n`));
  const steps: Step[] = [];
  const done = (step: Step): void => {
    steps.push(step);
    if (!asked.json) process.stdout.write(asTable(step));
  };
  try {
    const people = { ...(await signIn(system)), compared: asked.compared };
    const terms = asked.urgent ? { lane: 'urgent', schedule: { expiresAt: inOneDay() } } : { lane: 'normal' };
    const id = await publish(people, { ...(await sourceOf(people, first)), ...terms }, done);
    if (second !== null) {
      const reason = asked.reason ?? '内容有误，予以更正';
      await correct(people, id, { ...(await sourceOf(people, second)), reason }, done);
    }
    if (asked.withdraw) await withdraw(people, id, { reason: asked.reason ?? '内容有误，予以撤回' }, done);
    if (asked.json) process.stdout.write(`${asJson(steps)}\n`);
    return steps.every((step) => step.complete) ? 0 : 1;
  } finally {
    await system.stop();
  }
});

/** `--cap FILE`: one duty officer hands the message in as if it were sent now, another confirms it. */
async function relayOne({ file, json }: TryArguments): Promise<number> {
  const message = readCapFile(file);
  const system = await findSystem((line) => void process.stderr.write(`${line}\n`));
  try {
    const [duty, second] = [0, 1].map((n) => signedIn(system.hub, system.people, 'duty-officer', n));
    if (duty === undefined || second === undefined) throw new Trouble('It takes two duty officers.');
    const { publication, notes } = await (await duty).relay(asSentAt(message, new Date()));
    for (const note of notes) process.stderr.write(`${note}\n`);
    const contentHash = publication.editions.at(-1)?.contentHash;
    const officer = await second;
    const step = await follow(officer, 'publish', () =>
      officer.act(publication, 'urgent/confirm', { contentHash }),
    );
    process.stdout.write(json ? `${asJson([step])}\n` : asTable(step));
    return step.complete ? 0 : 1;
  } finally {
    await system.stop();
  }
}

/** What is urgent says until when. */
const inOneDay = (): string => new Date(Date.now() + 86_400_000).toISOString();

/** Whom it takes to publish: who writes, who reviews, and who clears. */
interface People {
  readonly editor: HubClient;
  readonly reviewer: HubClient;
  readonly clearer: HubClient;
  /** Whoever runs this says that they compared with the original what the import could not carry over. */
  readonly compared: boolean;
}
type Done = (step: Step) => void;

async function signIn({
  hub,
  people,
}: {
  hub: string;
  people: Credentials;
}): Promise<Omit<People, 'compared'>> {
  return {
    editor: await signedIn(hub, people, 'editor'),
    reviewer: await signedIn(hub, people, 'first-reviewer'),
    clearer: await signedIn(hub, people, 'secrecy-reviewer'),
  };
}

/** The file as a draft's source. Plain text carries no losses of its own, so they are handed in beside it. */
async function sourceOf({ editor }: People, notice: NoticeFile): Promise<object> {
  const page = await withPictures(notice, (name, bytes) => editor.addPicture(name, bytes));
  const { format, source, losses } = await editor.read(notice.name, page);
  return { format, source, ...(format === 'text' && losses.length > 0 ? { losses } : {}) };
}

/** @returns the id of the publication */
async function publish(people: People, notice: object, done: Done): Promise<string> {
  const draft = await people.editor.create(notice);
  await release(people, draft, 'publish', done);
  return draft.id;
}

async function correct(people: People, id: string, notice: object, done: Done): Promise<void> {
  const draft = await people.editor.act(await people.editor.get(id), 'correct', notice);
  await release(people, draft, 'correct', done);
}

async function withdraw({ editor }: People, id: string, why: object, done: Done): Promise<void> {
  done(await follow(editor, 'withdraw', async () => editor.act(await editor.get(id), 'withdraw', why)));
}

async function release(
  people: People,
  draft: Publication,
  as: 'publish' | 'correct',
  done: Done,
): Promise<void> {
  const publication = await approved(people, draft);
  done(await follow(people.editor, as, () => people.editor.act(publication, 'publish')));
}

/** @param n which of them, from 0 */
async function signedIn(hub: string, people: Credentials, role: string, n = 0): Promise<HubClient> {
  const person = people.filter((p) => p.roles.includes(role))[n];
  if (person === undefined)
    throw new Trouble(`Fewer than ${n + 1} people in credentials.json have the role ${role}.`);
  const client = new HubClient(hub);
  await client.signIn(person);
  return client;
}

/** Three people: who wrote it submits it, a second reviews and a third clears exactly what was submitted. */
async function approved(
  { editor, reviewer, clearer, compared }: People,
  draft: Publication,
): Promise<Publication> {
  const { submitted, told } = await editor.submit(await accounted(editor, draft, compared));
  for (const words of told) process.stderr.write(` ! ${words}\n`);
  const seen = { contentHash: submitted.editions.at(-1)?.contentHash };
  return clearer.act(await reviewer.act(submitted, 'approve', seen), 'clear', seen);
}

/**
 * Prints what is not in the draft as it was in the file. What changes the meaning of words stops it, unless
 * whoever runs this has compared it with the original.
 */
async function accounted(editor: HubClient, draft: Publication, compared: boolean): Promise<Publication> {
  const losses = (await editor.findings(draft.id)).filter(({ rule }) => rule === 'import-loss');
  for (const { severity, message, remedy } of losses)
    process.stderr.write(`${severity === 'block' ? '!!' : ' !'} ${message}${remedy}\n`);
  const open = losses.filter(({ severity }) => severity === 'block').length;
  if (open === 0) return draft;
  if (compared) return editor.act(draft, 'losses/check');
  throw new Trouble(
    `The draft differs from the file in ${open} place(s) that change what it says; correct the file, or compare them and add --compared.`,
  );
}

async function follow(
  client: HubClient,
  operation: Step['operation'],
  go: () => Promise<Publication>,
): Promise<Step> {
  const began = performance.now();
  const publication = await go();
  const edition = publication.editions.at(-1)?.edition ?? 1;
  for (;;) {
    const board = await client.board(publication.id).catch((error: unknown) => {
      if (error instanceof NotYet) return { rows: [], complete: false };
      throw error;
    });
    const rows = rowsOf(board, edition, operation);
    const ms = Math.round(performance.now() - began);
    const told = publication.channels.every((channel) => rows.some((row) => row.channel === channel));
    if ((board.complete && told) || isAtRest(rows) || ms > patienceMs)
      return stepOf(publication, edition, operation, rows, board.complete, ms);
    await sleep(100);
  }
}
