import type { FastifyReply } from 'fastify';
import { factOf, type Doer } from '../../trail/audit.deed.ts';
import type { CountedTrail } from '../../trail/counted.trail.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { deviceCookie, sessionCookie } from '../../http/credentials.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { knownForMs, type KnownDevices } from './known.devices.ts';
import type { PersonDoc } from './people.documents.ts';
import type { Session, SessionsService } from './sessions.service.ts';

export const strictCookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

/** Lets somebody in whose identity was proven, whichever way, and writes it down. */
export class FrontDoor {
  readonly secure: boolean;
  private readonly clock: Clock;

  /** `secure`: the public reaches the hub by https, so the cookie must never travel without it. */
  constructor(
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevices,
    private readonly trail: AuditTrail,
    private readonly refusals: Pick<CountedTrail, 'note'>,
    { clock, secure }: { readonly clock: Clock; readonly secure: boolean },
  ) {
    this.clock = clock;
    this.secure = secure;
  }

  /** `provenElsewhere`: the identity provider has asked for a second factor. */
  async open(who: PersonDoc, from: string, reply: FastifyReply, provenElsewhere = false): Promise<Session> {
    const session = await this.sessions.start(who, { provenElsewhere });
    await this.trail.append([
      factOf({
        id: `session/${session.id}`,
        act: 'session.start',
        about: `person/${who._id}`,
        by: { name: who._id, from },
        at: this.clock(),
      }),
    ]);
    void reply.setCookie(sessionCookie, session.token, { ...strictCookie, secure: this.secure });
    void reply.setCookie(deviceCookie, this.devices.mark(who._id), {
      ...strictCookie,
      path: '/api/v1/session',
      secure: this.secure,
      maxAge: knownForMs / 1000,
    });
    return session;
  }

  async leave(session: Session, from: string, reply: FastifyReply): Promise<void> {
    await this.sessions.end(session.id);
    const { name } = session.person;
    await this.trail.append([
      factOf({
        id: `session/${session.id}/end`,
        act: 'session.end',
        about: `person/${name}`,
        by: { name, from },
        at: this.clock(),
      }),
    ]);
    void reply.clearCookie(sessionCookie, strictCookie);
  }

  /** Somebody whom the identity provider could not, or did not, tell us. */
  refused(by: Doer, code: string): Promise<void> {
    const about = 'session/oidc';
    return this.refusals.note({ act: 'session.refuse', about, by, key: `oidc ${by.from}`, detail: { code } });
  }
}
