import type { Provider } from '@nestjs/common';
import { join } from 'node:path';
import { KeyRing } from '@towncrier/secrets';
import { declaredStore } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import { composeAccess } from './access/access.compose.ts';
import { Screens } from './access/people/screens.ts';
import { collections } from './collections.ts';
import { openCalendar } from './ports/calendar.files.ts';
import { Changes } from './ports/changes.ts';
import type { Refusals } from './http/refusal.trail.ts';
import { SETTINGS, type HubParts } from './ports/hub.parts.ts';
import { holdsSealed, sealedStore } from './ports/sealed.store.ts';
import { watchedStore } from './ports/watched.store.ts';
import { answersOf, later, type Answered } from './publications/publication.answers.ts';
import { composePublications } from './publications/publications.compose.ts';
import { floorSubjects, surroundings } from './subjects.registry.ts';
import { fitForTheWeb } from './surroundings/documents/word.picture.ts';
import { composeSurroundings } from './surroundings/surroundings.compose.ts';
import { composeAudit } from './trail/audit.compose.ts';

/** The hub without its web server: what controllers and consumers call, and what works in the background. */
export interface Hub {
  readonly parts: HubParts;
  /** Where it is written down that somebody was refused. */
  readonly refusals: Refusals;
  /** What controllers and consumers ask for in their constructors. */
  readonly providers: readonly Provider[];
  /** Registers with the web server what is no controller. */
  mount(http: FastifyInstance): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Floor by floor from below, then what stands on them. */
export async function composeHub(given: HubParts): Promise<Hub> {
  const changes = new Changes();
  const declared = declaredStore(given.store, collections);
  const store = watchedStore(sealedStore(declared, await ringOf(given)), changes);
  const parts = { ...given, store };
  const calendar = await openCalendar(parts.settings.TOWNCRIER_DATA);
  const audit = await composeAudit(parts);
  const access = await composeAccess(parts, audit);
  const publications = await composePublications(parts, {
    audit,
    calendar,
    changes,
    answers: later(() => answers),
    nameOf: (code) => access.organisations.nameOf(code),
    fit: fitForTheWeb,
  });
  const floors = { parts, changes, calendar, audit, access, publications };
  const gifts = await composeSurroundings(surroundings, floors);
  const answers: Answered = answersOf(gifts);

  const instances = [access, publications, ...gifts].flatMap((floor) => floor.instances ?? []);
  const screens = new Screens([...floorSubjects, ...surroundings]);
  const works = [audit, publications, ...gifts.flatMap((gift) => gift.work ?? [])];
  return {
    parts,
    refusals: audit.counted,
    providers: [{ provide: SETTINGS, useValue: parts.settings }, ...[screens, ...instances].map(provided)],
    mount: async (http) => {
      for (const gift of gifts) await gift.mount?.(http);
    },
    start: async () => {
      for (const work of works) await work.start();
    },
    stop: async () => {
      for (const work of works.toReversed()) await work.stop();
    },
  };
}

/** Beside the data of the hub, not among it, where whoever starts it says so. */
const ringOf = ({ settings, store, clock }: HubParts): Promise<KeyRing> =>
  KeyRing.open(
    settings.HUB_KEY_FILE ?? join(settings.TOWNCRIER_DATA, 'keys', 'hub.key'),
    clock().toISOString(),
    () => holdsSealed(store, collections),
    'HUB_KEY_FILE',
  );

/** An instance, to be asked for by its class. */
const provided = (instance: object): Provider => ({ provide: instance.constructor, useValue: instance });
