import {
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { csrfHeader, sessionCookie } from '../http/credentials.ts';
import type { Actor } from './person.ts';
import { admit, refuseUnready, SessionsService, type Session } from './people/sessions.service.ts';

interface SignedIn extends FastifyRequest {
  session?: Session;
}

const evenUnready = 'even-unready';
/** A route that is open to somebody who still has to complete how they prove who they are. */
export const EvenUnready = (): MethodDecorator => SetMetadata(evenUnready, true);

/** Lets people in who are signed in; a changing call must carry the session's CSRF token. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const session = await this.sessions.find(request.cookies[sessionCookie]);
    const csrf = request.headers[csrfHeader];
    request.session = admit(session, request.method, typeof csrf === 'string' ? csrf : undefined);
    const open = this.reflector.get<boolean | undefined>(evenUnready, context.getHandler());
    if (open !== true) refuseUnready(request.session);
    return true;
  }
}

/** The session of whoever asks; only behind `SignedInGuard`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Session =>
  sessionOf(context),
);

/** The person who asks, and from where; only behind `SignedInGuard`. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return { ...sessionOf(context).person, from: context.switchToHttp().getRequest<SignedIn>().ip };
});

function sessionOf(context: ExecutionContext): Session {
  const { session } = context.switchToHttp().getRequest<SignedIn>();
  if (session === undefined) throw new Error('a route asks who is there, but has no SignedInGuard');
  return session;
}
