import type { FastifyReply } from 'fastify';
import { factOf } from '../../trail/audit.deed.ts';
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
}
