import { answerOf, hub } from '../api/hub.client.ts';
import type { Copy } from '../unsaved/copy.ts';
import { dropCopies, foundCopies, keepCopy } from '../unsaved/copy.store.ts';
import { offersOf } from '../unsaved/offers.ts';
import { rollCall } from '../unsaved/roll.call.ts';
import type { Subject } from './copying.ts';
import { formIn, isSame, type Filled } from './filled.ts';

/** What this person wrote for the same thing and did not save, here or on another machine; the newest first. */
export async function offeredCopies(of: Subject, standing: Filled): Promise<readonly Copy<Filled>[]> {
  const [found, fromHub, open] = await Promise.all([
    foundCopies<Filled>().catch(() => []),
    hubCopy(of).catch(() => null),
    rollCall().open(),
  ]);
  const { person, subject } = of;
  const all = fromHub === null ? found : [...found.filter(({ key }) => key !== fromHub.key), fromHub];
  const opening = { person, subject, standing, now: Date.now(), open, isSame };
  const { offered, over } = offersOf(all, opening);
  await dropCopies(over).catch(() => undefined);
  // it was saved, and its writer's machine went before the hub had thrown it away
  if (fromHub !== null && over.includes(fromHub.key)) await dropAtHub(of).catch(() => undefined);
  // the hub keeps one: what is written from now on takes its place there
  if (fromHub !== null && offered.includes(fromHub)) await keepCopy(fromHub).catch(() => undefined);
  return offered;
}

async function hubCopy({ at, person, subject }: Subject): Promise<Copy<Filled> | null> {
  if (at === null) return null;
  const params = { path: { id: at.id } };
  const { copy } = await answerOf(hub.GET('/api/v1/publications/{id}/working-copy', { params }));
  const read = copy === null || copy.purpose !== at.purpose ? null : formIn(copy.form);
  if (copy === null || read === null) return null;
  const { savedAt, from } = copy;
  return { key: `${person}/${subject}/hub`, person, subject, at: savedAt, from, ...read };
}

/** Nobody wants it any more; at the hub, either, unless something newer stands there. */
export async function discard(copy: Copy<Filled>, of: Subject): Promise<void> {
  await dropCopies([copy.key]).catch(() => undefined);
  const there = await hubCopy(of);
  if (there !== null && isSame(there.form, copy.form)) await dropAtHub(of);
}

async function dropAtHub({ at }: Subject): Promise<void> {
  if (at === null) return;
  const params = { path: { id: at.id } };
  await answerOf(hub.DELETE('/api/v1/publications/{id}/working-copy', { params }));
}
