import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import { deviceKeyIn } from './device.key.ts';
import { FrontDoor } from './front-door.ts';
import { GuessCounter } from './guess.counter.ts';
import { KnownDevices } from './known.devices.ts';
import { OidcService } from './oidc.service.ts';
import { OwnAccountService } from './own-account.service.ts';
import { oidcFlows, people, sessions, signInFailures, type PeopleStore } from './people.documents.ts';
import { noPerson, PeopleService } from './people.service.ts';
import { ResetsService } from './resets.service.ts';
import { seedPeople } from './seed.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

export interface People {
  readonly store: PeopleStore;
  readonly sessions: SessionsService;
  readonly service: PeopleService;
  readonly instances: readonly object[];
}

/** @param isOrganisation is there an active organisation of that code? */
export async function composePeople(
  { settings, store, clock, random, log }: HubParts,
  audit: Audit,
  isOrganisation: (code: string) => Promise<boolean>,
): Promise<People> {
  const docs = await store.collection(people);
  await seedPeople(docs, settings.TOWNCRIER_DATA, random);
  const accounts = new AuditedStore(docs, audit.follow(docs), noPerson);
  const guesses = new GuessCounter(await store.collection(signInFailures), clock);
  const devices = new KnownDevices(await deviceKeyIn(settings.TOWNCRIER_DATA, random), clock, random);
  const sessionsService = new SessionsService(await store.collection(sessions), accounts, clock, random);
  const endSessions = (name: string): Promise<void> => sessionsService.endAll(name);
  const service = new PeopleService(accounts, { clock, random, guesses, isOrganisation, endSessions });
  return {
    store: accounts,
    sessions: sessionsService,
    service,
    instances: [
      sessionsService,
      new SignInService(accounts, guesses, devices, clock, audit.counted),
      new FrontDoor(sessionsService, devices, audit.trail, audit.counted, {
        clock,
        secure: settings.PUBLIC_URL?.startsWith('https:') ?? false,
      }),
      new OwnAccountService(accounts, sessionsService, guesses, { clock, random }),
      new OidcService({ settings, flows: await store.collection(oidcFlows), people: accounts, clock, log }),
      service,
      new ResetsService(accounts, { clock, random, guesses, endSessions, refusals: audit.counted }),
    ],
  };
}
