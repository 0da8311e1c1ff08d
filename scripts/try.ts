import { setTimeout as sleep } from 'node:timers/promises';
import { program, Trouble } from './lib/trouble.mjs';
import { readArguments } from './try/arguments.ts';
import { HubClient, NotYet, type Credentials, type Publication } from './try/hub.client.ts';
import { readNotice } from './try/notice.file.ts';
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
  const first = readNotice(asked.file);
  const second = asked.correct === null ? null : readNotice(asked.correct);
  const system = await findSystem((line) => void process.stderr.write(`${line}\n`));
  try {
    const editor = await signedIn(system.hub, system.people, 'editor');
    const reviewers: Reviewers = {
      level: await signedIn(system.hub, system.people, 'first-reviewer'),
      secrecy: await signedIn(system.hub, system.people, 'secrecy-reviewer'),
    };
    const steps: Step[] = [];
    const done = (step: Step): void => {
      steps.push(step);
      if (!asked.json) process.stdout.write(asTable(step));
    };

    let publication = await editor.create({ ...first, lane: asked.urgent ? 'urgent' : 'normal' });
    publication = await approved(editor, reviewers, publication);
    done(await follow(editor, 'publish', () => editor.act(publication, 'publish')));

    if (second !== null) {
      publication = await editor.act(await editor.get(publication.id), 'correct', {
        ...second,
        reason: asked.reason ?? '内容有误，予以更正',
      });
      publication = await approved(editor, reviewers, publication);
      done(await follow(editor, 'correct', () => editor.act(publication, 'publish')));
    }
    if (asked.withdraw)
      done(
        await follow(editor, 'withdraw', async () =>
          editor.act(await editor.get(publication.id), 'withdraw', {
            reason: asked.reason ?? '内容有误，予以撤回',
          }),
        ),
      );

    if (asked.json) process.stdout.write(`${asJson(steps)}\n`);
    return steps.every((step) => step.complete) ? 0 : 1;
  } finally {
    await system.stop();
  }
});

async function signedIn(hub: string, people: Credentials, role: string): Promise<HubClient> {
  const person = people.find((p) => p.roles.includes(role));
  if (person === undefined) throw new Trouble(`Nobody in credentials.json has the role ${role}.`);
  const client = new HubClient(hub);
  await client.signIn(person.name, person.password);
  return client;
}

interface Reviewers {
  readonly level: HubClient;
  readonly secrecy: HubClient;
}

/** Three people: who wrote it submits it, a second reviews and a third clears exactly what was submitted. */
async function approved(editor: HubClient, reviewers: Reviewers, draft: Publication): Promise<Publication> {
  const submitted = await editor.act(draft, 'submit');
  const contentHash = submitted.editions.at(-1)?.contentHash;
  return reviewers.secrecy.act(await reviewers.level.act(submitted, 'approve', { contentHash }), 'clear', {
    contentHash,
  });
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
