import type { FastifyReply } from 'fastify';
import { factOf } from '../../trail/audit.deed.ts';
import type { AuditTrail } from '../../trail/audit.fact.ts';
import { sessionCookie } from '../../http/credentials.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { PersonDoc } from './people.documents.ts';
import type { Session, SessionsService } from './sessions.service.ts';

export const strictCookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

/** Lets somebody in whose identity was proven, whichever way, and writes it down. */
export class FrontDoor {
  /** `secure`: the public reaches the hub by https, so the cookie must never travel without it. */
  constructor(
    private readonly sessions: SessionsService,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    readonly secure: boolean,
  ) {}

  async open(who: PersonDoc, from: string, reply: FastifyReply): Promise<Session> {
    const session = await this.sessions.start(who);
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
    return session;
  }
}
