import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import { FrontDoor } from './front-door.ts';
import { OidcService } from './oidc.service.ts';
import { OwnAccountService } from './own-account.service.ts';
import { oidcFlows, people, sessions, signInFailures, type PeopleStore } from './people.documents.ts';
import { noPerson, PeopleService } from './people.service.ts';
import { seedPeople } from './seed.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

export interface People {
  readonly store: PeopleStore;
  readonly sessions: SessionsService;
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
  const failures = await store.collection(signInFailures);
  const sessionsService = new SessionsService(await store.collection(sessions), accounts, clock, random);
  return {
    store: accounts,
    sessions: sessionsService,
    instances: [
      sessionsService,
      new SignInService(accounts, failures, clock),
      new FrontDoor(sessionsService, audit.trail, clock, settings.PUBLIC_URL?.startsWith('https:') ?? false),
      new OwnAccountService(accounts, sessionsService, clock, random),
      new OidcService({ settings, flows: await store.collection(oidcFlows), people: accounts, clock, log }),
      new PeopleService(accounts, {
        clock,
        random,
        failures,
        isOrganisation,
        endSessions: (name) => sessionsService.endAll(name),
      }),
    ],
  };
}
