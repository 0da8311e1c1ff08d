import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Ip,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceCookie } from '../../http/credentials.ts';
import { parse } from '../../http/parse.ts';
import { FrontDoor } from './front-door.ts';
import { Screens } from './screens.ts';
import { ResetsService } from './resets.service.ts';
import { resetRequest, sessionView, signIn, type SessionView } from './session.view.ts';
import type { Session } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { EvenUnready, SignedInGuard, Who } from '../signed-in.guard.ts';

@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(FrontDoor) private readonly doors: FrontDoor,
    @Inject(Screens) private readonly screens: Screens,
    @Inject(ResetsService) private readonly resets: ResetsService,
  ) {}

  @Post()
  @HttpCode(200)
  async start(
    @Body() body: unknown,
    @Ip() address: string,
    @Req() { cookies }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { name, password, code } = parse(signIn, body);
    const device = cookies[deviceCookie];
    const who = await this.signIns.check({ name, password, code, address, device });
    return sessionView(await this.doors.open(who, address, reply), this.screens);
  }

  /** Somebody who is not signed in uses the code that two administrators gave them. */
  @Post('reset')
  @HttpCode(204)
  useReset(@Body() body: unknown, @Ip() address: string): Promise<void> {
    const { name, reset, password, code } = parse(resetRequest, body);
    return this.resets.use({ name, reset, password, code, address });
  }

  @Get()
  @UseGuards(SignedInGuard)
  @EvenUnready()
  current(@Who() who: Session): SessionView {
    return sessionView(who, this.screens);
  }

  @Delete()
  @HttpCode(204)
  @UseGuards(SignedInGuard)
  @EvenUnready()
  async end(
    @Who() who: Session,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.doors.leave(who, address, reply);
  }
}
