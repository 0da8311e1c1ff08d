import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { parse } from '../errors/parse.ts';
import { SETTINGS } from '../ports.ts';
import type { HubSettings } from '../settings.ts';
import { sessionView, signIn, type SessionView } from './session.view.ts';
import { sessionCookie, SessionsService, type Session } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { SignedInGuard, Who } from './signed-in.guard.ts';

const cookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(SETTINGS) private readonly settings: HubSettings,
  ) {}

  @Post()
  @HttpCode(200)
  async start(@Body() body: unknown, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const { name, password } = parse(signIn, body);
    const person = await this.signIns.check(name, password, address);
    const session = await this.sessions.start(person);
    void reply.setCookie(sessionCookie, session.token, { ...cookie, secure: this.settings.PUBLIC_URL?.startsWith('https:') ?? false });
    return sessionView(session);
  }

  @Get()
  @UseGuards(SignedInGuard)
  current(@Who() who: Session): SessionView { return sessionView(who); }

  @Delete()
  @HttpCode(204)
  @UseGuards(SignedInGuard)
  async end(@Who() who: Session, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(who.id);
    void reply.clearCookie(sessionCookie, cookie);
  }
}
